using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>A reply taken apart once, for every reader to look at.</summary>
internal sealed class ReplyReading
{
    private ReplyReading(ReplyInContext context, Passage text, ClientWords client)
    {
        Context = context;
        Text = text;
        Client = client;
        Sentences = SentenceReader.Read(text);
        Mentions = FeelingReader.Read(text);
    }

    public ReplyInContext Context { get; }

    public Passage Text { get; }

    public ClientWords Client { get; }

    public IReadOnlyList<ReadSentence> Sentences { get; }

    /// <summary>Every feeling spoken of, whoever feels it.</summary>
    public IReadOnlyList<FeelingMention> Mentions { get; }

    public static ReplyReading Of(ReplyInContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var client = new ClientWords(context.ClientLine);
        var speller = new Speller(PersonaWords.Of(context.Persona), client.Text);
        return new ReplyReading(context, Passage.Read(context.Reply, speller), client);
    }

    public SentenceKind KindAt(int token) => Sentences[Text.Tokens[token].Sentence].Kind;
}
