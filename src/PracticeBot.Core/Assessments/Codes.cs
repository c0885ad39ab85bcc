using System.Collections.Frozen;
using System.Text;

namespace PracticeBot.Core.Assessments;

/// <summary>The words for moves, breaches and enumerations on the wire and in files.</summary>
public static class Codes
{
    private static readonly FrozenDictionary<Move, string> Moves = new Dictionary<Move, string>
    {
        [Move.ReflectionSimple] = "reflection.simple",
        [Move.ReflectionComplex] = "reflection.complex",
        [Move.QuestionOpen] = "question.open",
        [Move.QuestionClosed] = "question.closed",
        [Move.EmotionalBracketing] = "emotional-bracketing",
        [Move.RiskQuestion] = "risk-question",
        [Move.SelfDisclosure] = "self-disclosure",
        [Move.AdviceWithPermission] = "advice.with-permission",
        [Move.RepairAcknowledge] = "repair.acknowledge",
        [Move.RepairOwn] = "repair.own",
        [Move.RepairInvite] = "repair.invite",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Breach, string> Breaches = new Dictionary<Breach, string>
    {
        [Breach.FalseReassurance] = "reassurance",
        [Breach.InstructionToFeel] = "instruction",
        [Breach.DiagnosisAsLabel] = "diagnosis",
        [Breach.PrematureAdvice] = "advice",
        [Breach.WrongFeelingAsFact] = "wrong-feeling",
    }.ToFrozenDictionary();

    /// <summary>For example "reflection.complex".</summary>
    public static string Code(this Move move) => Moves.GetValueOrDefault(move) ?? Hyphenated(move.ToString());

    /// <summary>For example "topic-shift"; the cause of the client's reaction bears the same word.</summary>
    public static string Code(this Breach breach) => Breaches.GetValueOrDefault(breach) ?? Hyphenated(breach.ToString());

    /// <summary>Camel case, for example "outOfRole".</summary>
    public static string Code<T>(this T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Hyphenated(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
