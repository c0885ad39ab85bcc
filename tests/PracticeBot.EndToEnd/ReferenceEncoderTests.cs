using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PracticeBot.Embedded.Encoder;
using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

/// <summary>The encoder beside the package's own JavaScript runtime, on texts of the kinds that differ between implementations.</summary>
public sealed class ReferenceEncoderTests
{
    private const int Vectors = 200;
    private const int Texts = 2000;

    private static readonly string Model = Path.Combine(AppContext.BaseDirectory, "models", "@energetic-ai", "model-embeddings-en", "0.2.0", "dist");

    private static readonly string[] Parts =
    [
        "It sounds as if nobody asked you.", "you're carrying it alone", "What was that like?", "I DON'T KNOW", "i dont no wat to say", "He left on Tuesday at 12:30",
        "well... not really", "(she laughed)", "\"fine\", he said", "e-mail: a@b.example", "http://example.org/x?y=1", ":)", ":-(", "::", " : ", "100 %", "£4.50", "naïve café", "ﬁrst ﬂoor",
        "Ｆｕｌｌ width", "½ an hour", "日本語の文", "Привет, как дела", "שלום", "مرحبا", "한국어", "😀", "👩‍👩‍👧", "❤️", "tab\tstop", "new\nline", "  two  spaces ", "\u00a0hard\u00a0space", "▁under",
        "supercalifragilisticexpialidocious", "aaaaaaaaaaaaaaaaaaaaaaaa", "Mmm", "…", "—", "I", "?", "<s>", "extra_token_id_1", "\u200bzero\u200bwidth", "O'Neill's", "co-operate",
        ":00", ":30", "://", "):", " :)", "12:", "”5", "\0", "\ufffd", "\ufffe", "e\u0301", "\u212b", "㎏", "नमस्ते", "สวัสดี", "ελπίδα", "🇬🇧", "1️⃣", "\ud83d", "\ude00",
    ];

    [Fact]
    public async Task Texts_get_the_pieces_and_the_vectors_of_the_reference()
    {
        var node = Needs.Node();
        var texts = Some();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(texts.Select(text => text.Select(unit => (int)unit))), TestContext.Current.CancellationToken);

            var reference = await ReferenceAsync(node, file);

            reference.Ids.Length.ShouldBe(Texts);
            reference.Vectors.Length.ShouldBe(Vectors);
            var encoder = SentenceEncoder.Load(Model);
            for (var at = 0; at < Texts; at++)
            {
                encoder.IdsOf(texts[at]).ShouldBe(reference.Ids[at], JsonSerializer.Serialize(texts[at]));
            }

            for (var at = 0; at < Vectors; at++)
            {
                var vector = encoder.Encode(texts[at])!;
                vector.Zip(reference.Vectors[at]).Max(pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(1e-5f, JsonSerializer.Serialize(texts[at]));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Each part alone, then mixtures of up to forty, the longest of them beyond what the encoder reads.</summary>
    private static List<string> Some()
    {
        var random = new Random(20);
        var texts = Parts.ToList();
        while (texts.Count < Texts)
        {
            var length = 2 + random.Next(random.Next(1, 40));
            texts.Add(string.Join(random.Next(4) == 0 ? string.Empty : " ", Enumerable.Range(0, length).Select(_ => Parts[random.Next(Parts.Length)])));
        }

        return texts;
    }

    private static async Task<Reference> ReferenceAsync(string node, string texts)
    {
        var start = new ProcessStartInfo(node) { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "clients", "reference-encoder.mjs"));
        start.ArgumentList.Add(texts);
        start.ArgumentList.Add(Vectors.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "lib"));
        start.ArgumentList.Add(Model);
        using var reference = Process.Start(start)!;
        var printed = await reference.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reference.WaitForExitAsync(TestContext.Current.CancellationToken);
        reference.ExitCode.ShouldBe(0, printed);
        return JsonSerializer.Deserialize<Reference>(printed, JsonSerializerOptions.Web)!;
    }

    private sealed record Reference(int[][] Ids, float[][] Vectors);
}
