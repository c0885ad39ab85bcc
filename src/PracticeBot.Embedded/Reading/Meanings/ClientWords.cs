using System.Collections.Frozen;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>What the client's last line says in words: content, feelings named, length.</summary>
internal sealed class ClientWords
{
    private readonly List<Unit> units;
    private readonly FrozenSet<string> stems;

    public ClientWords(string line)
    {
        Text = Passage.Read(line, speller: null);
        units = Concepts.UnitsOf(Text, Text.Whole);
        stems = Text.Tokens.Where(Concepts.IsContent).Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal);
        Feelings = FeelingReader.Read(Text);
    }

    public Passage Text { get; }

    public IReadOnlyList<FeelingMention> Feelings { get; }

    public int ContentCount => stems.Count;

    public IEnumerable<string> ContentStems => stems;

    /// <summary>The client has said a word of this family of feeling, not only an image of it.</summary>
    public bool Names(EmotionFamily family) => Feelings.Any(mention =>
        !mention.Term.IsIdiom && mention.Term.Family == family && mention.Holder != Holder.Other);

    public bool Says(string stem) => stems.Contains(stem);

    public bool Speaks(Unit unit) => units.Exists(unit.Meets);

    public bool Holds(MeaningPhrase phrase) => phrase.StandsIn(Text, Text.Whole) is not null;
}
