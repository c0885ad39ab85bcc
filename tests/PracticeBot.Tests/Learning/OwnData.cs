using System.Globalization;
using System.Text;
using PracticeBot.Tests.Content;

namespace PracticeBot.Tests.Learning;

/// <summary>Small labelled sets of our own making, in the shared format.</summary>
internal static class OwnData
{
    private static readonly string[] Topics =
    [
        "my exam", "the divorce", "our rent", "the night shift", "my brother", "the diagnosis", "moving house", "the argument", "my garden", "the funeral",
    ];

    /// <summary>Writes FOLDER/NAME/train.tsv for the four sets.</summary>
    public static void Write(TemporaryFolder folder)
    {
        Put(folder, "epitome", Epitome());
        Put(folder, "annomi", Annomi());
        Put(folder, "pair", Pair());
        Put(folder, "isear", Emotions());
    }

    public static string Epitome()
    {
        var text = new StringBuilder("id\tgroup\tclient\treply\ter\tip\tex\ter_rationale\tip_rationale\tex_rationale\n");
        for (var at = 0; at < Topics.Length; at++)
        {
            var client = $"I keep lying awake about {Topics[at]}.";
            Row(text, $"e{at}a", $"e{at}", client, "I'm so sorry you are going through this.", "2", "0", "0", "I'm so sorry you are going through this.|", "", "");
            Row(text, $"e{at}b", $"e{at}", client, $"I went through the same with {Topics[at]}. I know how it feels.", "0", "2", "0", "", $"I went through the same with {Topics[at]}.|", "");
            Row(text, $"e{at}c", $"e{at}", client, "What happened? How are you now?", "0", "0", "2", "", "", "What happened?|How are you now?|");
            Row(text, $"e{at}d", $"e{at}", client, "Hang in there. I get you. And?", "1", "1", "1", "Hang in there.|", "I get you.|", "And?|");
        }

        return text.ToString();
    }

    public static string Annomi()
    {
        var text = new StringBuilder("id\tgroup\tclient\treply\tbehaviour\treflection\tquestion\tinput\n");
        for (var at = 0; at < Topics.Length; at++)
        {
            var client = $"It's all about {Topics[at]}.";
            Row(text, $"a{at}a", $"a{at}", client, "You feel pulled apart, as if no one could hold it with you.", "reflection", "complex", "none", "none");
            Row(text, $"a{at}b", $"a{at}", client, $"So it's all about {Topics[at]}.", "reflection", "simple", "none", "none");
            Row(text, $"a{at}c", $"a{at}", client, "What would help you most?", "question", "none", "open", "none");
            Row(text, $"a{at}d", $"a{at}", client, "Do you sleep well?", "question", "none", "closed", "none");
            Row(text, $"a{at}e", $"a{at}", client, "You should talk to your doctor; research shows that it helps.", "therapist_input", "none", "none", at % 2 == 0 ? "information" : "advice");
            Row(text, $"a{at}f", $"a{at}", client, "Mm-hmm.", "other", "none", "none", "none");
        }

        return text.ToString();
    }

    public static string Pair()
    {
        var text = new StringBuilder("id\tgroup\tclient\treply\tlevel\n");
        for (var at = 0; at < Topics.Length; at++)
        {
            var client = $"I can't stop thinking about {Topics[at]}, and nobody wants to hear of it.";
            Row(text, $"p{at}a", $"p{at}", client, $"You carry {Topics[at]} alone, and you long for somebody who would listen.", "high");
            Row(text, $"p{at}b", $"p{at}", client, $"You can't stop thinking about {Topics[at]}.", "medium");
            Row(text, $"p{at}c", $"p{at}", client, "Just try to relax and go for a walk.", "low");
        }

        return text.ToString();
    }

    private static string Emotions()
    {
        var text = new StringBuilder("id\ttext\temotion\n");
        string[] emotions = ["anger", "disgust", "fear", "guilt", "joy", "sadness", "shame"];
        for (var at = 0; at < 28; at++)
        {
            Row(text, at.ToString(CultureInfo.InvariantCulture), $"When I felt {emotions[at % 7]} about {Topics[at % 10]}.", emotions[at % 7]);
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, params string[] cells) => text.AppendJoin('\t', cells).Append('\n');

    private static void Put(TemporaryFolder folder, string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, name));
        folder.Write(Path.Combine(name, "train.tsv"), text);
    }
}
