using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeBot.Practice;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>How an audition is told.</summary>
internal interface IAuditionReport
{
    void Begins(int session, Encounter encounter);

    /// <param name="encounter">As it stood before the reply.</param>
    /// <param name="said">The reply as the script has it.</param>
    void Played(int session, int turn, Encounter encounter, PlayedTurn played, string said);

    /// <summary>The client has ended the talk before this reply.</summary>
    void Left(int session, int turn, string reply);
}

/// <summary>For reading.</summary>
internal sealed class AuditionText(TextWriter output) : IAuditionReport
{
    public void Begins(int session, Encounter encounter)
    {
        if (session > 1)
        {
            output.WriteLine();
        }

        output.WriteLine(CommandTexts.Session(session, encounter.Persona.Name));
        output.WriteLine($"{encounter.Persona.Name}: {encounter.Lines[^1]}");
    }

    public void Played(int session, int turn, Encounter encounter, PlayedTurn played, string said)
    {
        var found = PracticeObject.Of(string.Empty, string.Empty, turn, 1, encounter.Persona, played);
        output.WriteLine();
        output.WriteLine(Say($"{turn}. {(played.Reply.Length == 0 ? CommandTexts.Silent : said)}"));
        string[] facts =
        [
            found.Verdict!,
            $"level {Of(found.Level)}",
            $"attunement {Of(found.Attunement)}",
            found.Reaction ?? "–",
            Say($"trust {found.Trust} ({found.TrustChange:+0;-0;0})"),
            Say($"distress {found.Distress}"),
            Of(found.Rupture!),
            .. Fidelity.Of(played),
        ];
        output.WriteLine($"   {string.Join(" · ", facts)}");
        if (played.Line is { } line)
        {
            output.WriteLine($"{encounter.Persona.Name}: {line.Text}");
        }
    }

    public void Left(int session, int turn, string reply) => output.WriteLine(Say($"{turn}. {CommandTexts.HasLeft}"));

    private static string Of(int? level) => level?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Of(AttunementObject? scores) => scores is null
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{scores.Tone}/{scores.Pace}/{scores.Words}/{scores.Presence}");

    private static string Of(RuptureObject rupture) => rupture.Severity == 0
        ? $"rupture {rupture.Kind}"
        : string.Create(CultureInfo.InvariantCulture, $"rupture {rupture.Kind} {rupture.Severity} {rupture.Stage}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>For programs: one object a line, everything revealed.</summary>
internal sealed class AuditionJson(TextWriter output) : IAuditionReport
{
    private static readonly JsonSerializerOptions Readable = new(PracticeJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Begins(int session, Encounter encounter)
    {
        // The first line of the client stands with no reply.
    }

    public void Played(int session, int turn, Encounter encounter, PlayedTurn played, string said)
    {
        var found = PracticeObject.Of(Session(session), Turn(session, turn), turn, 1, encounter.Persona, played).Revealed(encounter.Moment, played);
        var line = (JsonObject)JsonSerializer.SerializeToNode(found, Readable)!;
        line["reply"] = said;
        line["line"] = played.Line?.Text;
        if (played.VoiceWork is { } speaking)
        {
            line["voice"] = speaking.Fault is null ? "model" : "script";
        }

        if ((played.AssessorWork?.Fault ?? played.VoiceWork?.Fault) is { } fault)
        {
            line["fault"] = fault;
        }

        output.WriteLine(line.ToJsonString(Readable));
    }

    public void Left(int session, int turn, string reply) => output.WriteLine(new JsonObject
    {
        ["session"] = Session(session), ["id"] = Turn(session, turn), ["turn"] = turn, ["reply"] = reply, ["error"] = CommandTexts.HasLeft,
    }.ToJsonString(Readable));

    private static string Session(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");

    private static string Turn(int session, int turn) => string.Create(CultureInfo.InvariantCulture, $"s{session}t{turn}");
}
