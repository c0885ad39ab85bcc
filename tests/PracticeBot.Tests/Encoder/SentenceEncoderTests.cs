using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Encoder;

/// <summary>Against the reference's own ids and vectors (golden.jsonl), read from the package as the build fetched it.</summary>
public sealed class SentenceEncoderTests : IClassFixture<FetchedEncoder>
{
    private const float Tolerance = 1e-5f;

    private readonly SentenceEncoder _encoder;

    public SentenceEncoderTests(FetchedEncoder fetched)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        _encoder = fetched.Encoder;
    }

    [Fact]
    public void The_pieces_are_those_of_the_reference()
    {
        foreach (var golden in Golden.All)
        {
            _encoder.IdsOf(golden.Text).ShouldBe(golden.Ids, golden.Text);
        }
    }

    [Fact]
    public void The_vectors_are_those_of_the_reference()
    {
        var texts = Golden.All.Where(golden => golden.Text.Length > 0).ToList();
        texts.Count.ShouldBe(59);
        foreach (var golden in texts)
        {
            var vector = _encoder.Encode(golden.Text)!;
            vector.Zip(golden.Vector).Max(pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(Tolerance, golden.Text);
        }
    }

    [Fact]
    public void An_empty_text_has_no_vector() => _encoder.Encode(string.Empty).ShouldBeNull();

    [Theory]
    [InlineData(":", new[] { 30, 57 })]
    [InlineData("12:30", new[] { 575, 4177 })]
    [InlineData("\U0001F600\U0001F600\U0001F600 x", new[] { 30, 0, 649 })]
    [InlineData("line\nline", new[] { 579, 0, 721 })]
    [InlineData(" ", new[] { 30, 30 })]
    public void Odd_texts_are_cut_as_the_reference_cuts_them(string text, int[] ids) => _encoder.IdsOf(text).ShouldBe(ids);

    [Fact]
    public void What_cannot_be_normalised_is_unknown() =>
        _encoder.IdsOf("a\ud83d b\ufffe").ShouldBe(_encoder.IdsOf("a\ufffd b\ufffd"));

    [Fact]
    public void Only_the_first_128_pieces_count()
    {
        var words = string.Join(' ', Enumerable.Repeat("hello", 128));

        _encoder.Encode($"{words} and something else altogether")!.ShouldBe(_encoder.Encode(words)!);
    }

    [Fact]
    public void What_is_no_vector_is_refused()
    {
        Should.Throw<ArgumentException>(() => _encoder.TryEncode("hello", new float[SentenceEncoder.Dimensions - 1]));
        Should.Throw<ArgumentException>(() => SentenceEncoder.Cosine(new float[SentenceEncoder.Dimensions], new float[1]));
    }

    [Fact]
    public void Vectors_are_of_unit_length_and_a_text_is_most_like_itself_then_like_its_paraphrase()
    {
        var said = _encoder.Encode("You feel ashamed of letting everyone down.")!;
        var meant = _encoder.Encode("There is shame in disappointing all of them.")!;
        var other = _encoder.Encode("The train leaves at noon from platform two.")!;

        SentenceEncoder.Cosine(said, said).ShouldBe(1, Tolerance);
        SentenceEncoder.Cosine(said, meant).ShouldBeGreaterThan(SentenceEncoder.Cosine(said, other));
    }

    [Fact]
    public void A_forward_pass_allocates_nothing()
    {
        var scratch = new EncoderScratch();
        var vector = new float[SentenceEncoder.Dimensions];
        var ids = _encoder.IdsOf("It sounds as if nobody asked you.");
        _encoder.Forward(ids, scratch, vector);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _encoder.Forward(ids, scratch, vector);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Its_arithmetic_is_compiled_with_optimisation_in_every_configuration() =>
        (typeof(SentenceEncoder).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled ?? false).ShouldBeFalse();

    [Fact]
    public async Task Threads_do_not_disturb_each_other()
    {
        var texts = Golden.All.Where(golden => golden.Text.Length > 0).Take(12).ToList();
        var alone = texts.ConvertAll(golden => _encoder.Encode(golden.Text)!);

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => texts.ConvertAll(golden => _encoder.Encode(golden.Text)!))));

        together.ShouldAllBe(vectors => vectors.Zip(alone).All(pair => pair.First.SequenceEqual(pair.Second)));
    }

    [Fact]
    public void Both_ways_to_multiply_give_the_same()
    {
        const int Inputs = 48;
        const int Outputs = 64;
        var random = new Random(3);
        var weights = Numbers(Inputs * Outputs);
        var bias = Numbers(Outputs);
        var x = Numbers(2 * WeightMatrix.RowsAtOnce * Inputs);
        var inPanels = new float[2 * WeightMatrix.RowsAtOnce * Outputs];
        var inRows = new float[inPanels.Length];

        new WeightMatrix.InPanels(weights, bias).Multiply(x, inPanels, 2 * WeightMatrix.RowsAtOnce);
        new WeightMatrix.InRows(weights, bias).Multiply(x, inRows, 2 * WeightMatrix.RowsAtOnce);

        inPanels.Zip(inRows).Max(pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(Tolerance);

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}

/// <summary>Loaded once for a class of tests.</summary>
public sealed class FetchedEncoder
{
    public SentenceEncoder Encoder { get; } = SentenceEncoder.Load(EncoderFolder.Path);
}

/// <summary>A text with what the reference makes of it.</summary>
internal sealed record Golden(string Text, int[] Ids, float[] Vector)
{
    public static IReadOnlyList<Golden> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Encoder", "golden.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Golden>(line, JsonSerializerOptions.Web)!),
    ];
}
