using PracticeBot.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content;

/// <summary>Files as they look halfway through somebody's editing.</summary>
public sealed class PersonaMutationTests
{
    private const string Odd = "{}[]:#*&!|>'\"%@`-?,\t {phrase}\\~\u0001é…\uFEFF";

    private static readonly string Good = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "personas", "maya.yaml"));

    [Fact]
    public void Broken_lines_never_throw_and_every_finding_has_its_line()
    {
        var random = new Random(20_261);
        for (var round = 0; round < 200; round++)
        {
            var lines = Good.Split('\n').ToList();
            for (var edits = 1 + random.Next(3); edits > 0; edits--)
            {
                Mutate(lines, random.Next(lines.Count), random);
            }

            Check(string.Join('\n', lines), $"round {round}");
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_never_throws()
    {
        for (var length = 0; length < Drafts.Fuller.Length; length++)
        {
            Check(Drafts.Fuller[..length], $"cut at {length}");
        }
    }

    [Fact]
    public void Noise_never_throws()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(6) == 0 ? '\n' : Odd[random.Next(Odd.Length)]));
            Check("id: draft\n" + noise, $"round {round}");
        }
    }

    private static void Mutate(List<string> lines, int at, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[at]);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(6)) + lines[at].TrimStart();
                break;
            case 3:
                lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), Odd[random.Next(Odd.Length)].ToString());
                break;
            default:
                lines[at] = lines[at].Remove(random.Next(lines[at].Length + 1));
                break;
        }

        if (lines.Count == 0)
        {
            lines.Add(string.Empty);
        }
    }

    private static void Check(string text, string where)
    {
        var reading = PersonaReader.Read(text, "maya.yaml");

        var count = text.Split('\n').Length;
        (reading.Persona is null).ShouldBe(reading.Faults.Any(), where);
        reading.Findings.ShouldAllBe(finding => finding.Line >= 1 && finding.Line <= count + 1 && finding.Column >= 1, where);
        reading.Findings.ShouldAllBe(finding => finding.What.Length > 0 && finding.Mend.Length > 0, where);
    }
}
