using System.Globalization;
using System.Text;
using PracticeBot.Content.Checks;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;

namespace PracticeBot.Content;

/// <summary>Reads persona files. Whatever stands in a file, the answer is a reading with findings, never an exception.</summary>
public static class PersonaReader
{
    public const string Extension = ".yaml";

    /// <summary>Bytes; the longest shipped persona has about 35 000.</summary>
    public const int LargestFile = 256 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static PersonaReading ReadFile(string path) =>
        TextOf(path, out var fault) is { } text ? Read(text, path) : new PersonaReading(path, null, [fault!], []);

    /// <summary>The text of a file, or null with the fault that says why not.</summary>
    public static string? TextOf(string path, out PersonaFinding? fault)
    {
        ArgumentNullException.ThrowIfNull(path);
        fault = null;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile } file)
            {
                fault = TooLarge(path, file.Length);
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return StrictUtf8.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            fault = Fault(path, Place.Start, "The file can't be read.", "Check that it exists and that it may be read.");
        }
        catch (DecoderFallbackException broken)
        {
            fault = Fault(path, PlaceOf(path, broken.Index), "The file is not in UTF-8.", "Save it with the encoding UTF-8.");
        }

        return null;
    }

    /// <param name="file">Its name must be the persona's id; it stands in the findings.</param>
    public static PersonaReading Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        if (Encoding.UTF8.GetByteCount(text) is > LargestFile and var bytes)
        {
            return new PersonaReading(file, null, [TooLarge(file, bytes)], []);
        }

        var findings = new FindingList(file);
        var tree = YamlTreeReader.Read(text, findings);
        var written = tree is null ? null : new PartReader(findings).Read<PersonaFile>(tree);
        if (written is null)
        {
            return new PersonaReading(file, null, findings.InOrder(), []);
        }

        PersonaChecks.Run(written, file, findings);
        if (findings.HasFaults)
        {
            return new PersonaReading(file, null, findings.InOrder(), []);
        }

        var persona = PersonaBuilder.Build(written);
        ThinnessCheck.Run(written, persona, findings);
        return new PersonaReading(file, persona, findings.InOrder(), PersonaBuilder.Expectations(written));
    }

    private static PersonaFinding TooLarge(string file, long bytes) => Fault(
        file,
        Place.Start,
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes / 1024} KB; {LargestFile / 1024} KB fit."),
        "Take out what is no line of this client.");

    private static PersonaFinding Fault(string file, Place place, string what, string mend) =>
        new(file, place.Line, place.Column, FindingSeverity.Fault, what, mend);

    /// <summary>Line of the byte at which the text breaks off; the column is that of the line's beginning.</summary>
    private static Place PlaceOf(string path, int index)
    {
        try
        {
            var read = File.ReadAllBytes(path).AsSpan();
            return new Place(1 + read[..Math.Clamp(index, 0, read.Length)].Count((byte)'\n'), 1);
        }
        catch (IOException)
        {
            return Place.Start;
        }
    }
}
