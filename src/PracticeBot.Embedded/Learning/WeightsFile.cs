using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PracticeBot.Embedded.Learning;

/// <summary>A weights file that cannot be used; the message says why.</summary>
public sealed class WeightsFaultException : Exception
{
    public WeightsFaultException(string message)
        : base(message)
    {
    }

    public WeightsFaultException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public WeightsFaultException()
        : this("The weights cannot be used.")
    {
    }
}

/// <summary>
/// The weights as readable JSON: for each model its classes, and for each measure by name its mean, its spread and its weight for every
/// class, six significant digits each; vectors of the encoder have a row of weights for every class.
/// </summary>
public static class WeightsFile
{
    private const string Format = "practicebot assessor weights";
    private const int Version = 1;
    private const int BesideWeights = 2;

    /// <summary>The weights that the program comes with.</summary>
    /// <exception cref="WeightsFaultException">They do not fit this program.</exception>
    public static AssessorWeights Shipped()
    {
        using var stream = typeof(WeightsFile).Assembly.GetManifestResourceStream("PracticeBot.Embedded.Learning.weights.json")
            ?? throw new WeightsFaultException("The program was built without its weights (Learning/weights.json).");
        return Read(stream);
    }

    /// <exception cref="WeightsFaultException">The file is cut off, of another version, or its measures are not those of this program.</exception>
    public static AssessorWeights Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new WeightsFaultException($"The weights are not whole JSON: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new WeightsFaultException($"The weights are not as this program writes them: {exception.Message}", exception);
        }
    }

    public static void Write(AssessorWeights weights, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(output);
        output.Write($"{{\n  \"format\": \"{Format}\",\n  \"version\": {Version},\n  \"models\": {{");
        var between = "\n";
        foreach (var model in weights.Models)
        {
            output.Write(between);
            Write(model, output);
            between = ",\n";
        }

        output.Write("\n  }\n}\n");
    }

    private static void Write(BlockModel model, TextWriter output)
    {
        output.Write($"    {Quoted(model.Name)}: {{\n      \"classes\": [{string.Join(", ", model.Classes.Select(Quoted))}],\n");
        output.Write($"      \"biases\": {Row(model.Linear.Biases)},\n      \"stretch\": {Number(model.Stretch)},\n");
        output.Write($"      \"shifts\": {Row(model.Shifts)},\n      \"favours\": {Row(model.Favours)},\n      \"blocks\": {{");
        var from = 0;
        var between = "\n";
        foreach (var block in model.Blocks)
        {
            output.Write($"{between}        {Quoted(block)}: ");
            if (model.Standards.TryGetValue(block, out var standard))
            {
                var start = from;
                var lines = Block.Names(block).Select((name, at) =>
                    $"          {Quoted(name)}: {Row([standard.Mean[at], standard.Spread[at], .. model.Linear.Weights.Select(weights => weights[start + at])])}");
                output.Write($"{{\n{string.Join(",\n", lines)}\n        }}");
            }
            else
            {
                var start = from;
                output.Write($"[\n{string.Join(",\n", model.Linear.Weights.Select(weights => "          " + Row(weights[start..(start + Block.VectorSize)])))}\n        ]");
            }

            from += Block.Width(block);
            between = ",\n";
        }

        output.Write("\n      }\n    }");
    }

    private static AssessorWeights Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.GetString() != Format)
        {
            throw new WeightsFaultException($"The file is not one of \"{Format}\".");
        }

        if (root.GetProperty("version") is var version && (!version.TryGetInt32(out var number) || number != Version))
        {
            throw new WeightsFaultException($"The weights are of version {version.GetRawText()}; this program reads version {Version}. Refit them with train.");
        }

        var models = root.GetProperty("models").EnumerateObject().ToDictionary(model => model.Name, model => Model(model.Name, model.Value), StringComparer.Ordinal);
        var missing = AssessorWeights.Needed.FirstOrDefault(name => !models.ContainsKey(name));
        return missing is null ? new AssessorWeights(models) : throw new WeightsFaultException($"The weights lack the model \"{missing}\". Refit them with train.");
    }

    private static BlockModel Model(string name, JsonElement model)
    {
        var classes = model.GetProperty("classes").EnumerateArray().Select(one => one.GetString()!).ToArray();
        var weights = classes.Select(_ => new List<float>()).ToArray();
        var standards = new Dictionary<string, Standard>(StringComparer.Ordinal);
        var blocks = new List<string>();
        foreach (var block in model.GetProperty("blocks").EnumerateObject())
        {
            blocks.Add(block.Name);
            if (block.Value.ValueKind == JsonValueKind.Array)
            {
                Vectors(name, block, weights);
            }
            else
            {
                standards[block.Name] = Named(name, block, weights);
            }
        }

        return new BlockModel
        {
            Name = name,
            Classes = classes,
            Blocks = [.. blocks],
            Standards = standards,
            Linear = new SoftmaxModel([.. weights.Select(row => row.ToArray())], Numbers(name, "biases", model.GetProperty("biases"), classes.Length)),
            Stretch = model.GetProperty("stretch").GetSingle(),
            Shifts = Some(name, "shifts", model.GetProperty("shifts"), classes.Length),
            Favours = Some(name, "favours", model.GetProperty("favours"), classes.Length),
        };
    }

    private static void Vectors(string model, JsonProperty block, List<float>[] weights)
    {
        if (Block.IsNamed(block.Name) || block.Value.GetArrayLength() != weights.Length)
        {
            throw new WeightsFaultException($"\"{model}\": \"{block.Name}\" is not {weights.Length} rows of weights.");
        }

        for (var at = 0; at < weights.Length; at++)
        {
            weights[at].AddRange(Numbers(model, block.Name, block.Value[at], Block.VectorSize));
        }
    }

    private static Standard Named(string model, JsonProperty block, List<float>[] weights)
    {
        var names = Block.Names(block.Name);
        if (names.Count == 0)
        {
            throw new WeightsFaultException($"\"{model}\" needs the measures \"{block.Name}\", which this program does not take.");
        }

        var found = block.Value.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        if (names.FirstOrDefault(name => !found.ContainsKey(name)) is { } missing)
        {
            throw new WeightsFaultException($"\"{model}\" has no weight for the measure \"{missing}\" of \"{block.Name}\". Refit the weights with train.");
        }

        if (found.Keys.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new WeightsFaultException($"\"{model}\" needs the measure \"{unknown}\" of \"{block.Name}\", which this program does not take. Refit the weights with train.");
        }

        var (mean, spread) = (new float[names.Count], new float[names.Count]);
        for (var at = 0; at < names.Count; at++)
        {
            var numbers = Numbers(model, names[at], found[names[at]], weights.Length + BesideWeights);
            (mean[at], spread[at]) = (numbers[0], numbers[1]);
            for (var row = 0; row < weights.Length; row++)
            {
                weights[row].Add(numbers[row + BesideWeights]);
            }
        }

        return new Standard(mean, spread);
    }

    private static float[] Some(string model, string name, JsonElement numbers, int wanted) =>
        numbers.GetArrayLength() == 0 ? [] : Numbers(model, name, numbers, wanted);

    private static float[] Numbers(string model, string name, JsonElement numbers, int wanted) => numbers.GetArrayLength() == wanted
        ? [.. numbers.EnumerateArray().Select(number => number.GetSingle())]
        : throw new WeightsFaultException($"\"{model}\": \"{name}\" has {numbers.GetArrayLength()} numbers, not {wanted}.");

    private static string Row(IEnumerable<float> numbers)
    {
        var row = new StringBuilder("[");
        foreach (var number in numbers)
        {
            row.Append(row.Length > 1 ? "," : string.Empty).Append(Number(number));
        }

        return row.Append(']').ToString();
    }

    private static string Number(float number) => number.ToString("G6", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
