using PracticeBot.Embedded.Encoder;
using PracticeBot.Tests.Storage;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Encoder;

/// <summary>What a package says that is not as it was published.</summary>
public sealed class EncoderFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("vocab.json")]
    [InlineData("model.json")]
    [InlineData("group1-shard3of7")]
    public void A_missing_file_is_named_with_what_to_do(string file)
    {
        var package = Copy();
        File.Delete(Path.Combine(package, file));

        var fault = Should.Throw<EncoderFileException>(() => SentenceEncoder.Load(package));

        fault.File.ShouldBe(Path.Combine(package, file));
        fault.Message.ShouldContain(file);
        fault.Message.ShouldContain("is not there");
    }

    [Theory]
    [InlineData("vocab.json")]
    [InlineData("group1-shard2of7")]
    public void A_file_that_cannot_be_read_is_named_with_what_to_do(string file)
    {
        var package = Copy();
        var path = Path.Combine(package, file);
        File.Delete(path);
        // What stands in a file's place can be opened by nobody, whatever the account.
        Directory.CreateDirectory(path);

        var fault = Should.Throw<EncoderFileException>(() => SentenceEncoder.Load(package));

        fault.File.ShouldBe(path);
        fault.Message.ShouldContain("cannot be read");
    }

    [Theory]
    [InlineData("vocab.json")]
    [InlineData("model.json")]
    [InlineData("group1-shard1of7")]
    public void A_single_turned_bit_is_found(string file)
    {
        var package = Copy();
        var path = Path.Combine(package, file);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        Should.Throw<EncoderFileException>(() => SentenceEncoder.Load(package)).Message.ShouldContain("is not the published one");
    }

    [Fact]
    public void Weights_that_end_too_soon_are_found()
    {
        var package = Copy();
        var last = Path.Combine(package, "group1-shard7of7");
        File.WriteAllBytes(last, File.ReadAllBytes(last)[..^4]);

        Should.Throw<EncoderFileException>(() => SentenceEncoder.Load(package)).Message.ShouldContain("end too soon");
    }

    private string Copy()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder.Path, "dist")).FullName;
        foreach (var file in Directory.EnumerateFiles(EncoderFolder.Path))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
