using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Signs of repair (3RS), read in every reply and meaningful where a rupture is open.</summary>
internal static class RepairReader
{
    private static readonly PhraseBook NamesShift = Tables.Phrases("repair", "names shift");
    private static readonly PhraseBook Effects = Tables.Phrases("repair", "effects");
    private static readonly PhraseBook Compares = Tables.Phrases("repair", "compares");
    private static readonly PhraseBook Acknowledges = Tables.Phrases("repair", "acknowledges");
    private static readonly PhraseBook AcknowledgesInStrain = Tables.Phrases("repair", "acknowledges", "acknowledges in strain");
    private static readonly PhraseBook Owns = Tables.Phrases("repair", "owns");
    private static readonly PhraseBook OwnsInStrain = Tables.Phrases("repair", "owns", "owns in strain");
    private static readonly PhraseBook OwnsBesideDeed = Tables.Phrases("repair", "owns beside a deed");
    private static readonly PhraseBook Invites = Tables.Phrases("repair", "invites");
    private static readonly PhraseBook Defends = Tables.Phrases("repair", "defends");
    private static readonly PhraseBook Explains = Tables.Phrases("repair", "explains");
    private static readonly PhraseBook Images = Tables.Phrases("repair", "rupture images");

    /// <param name="apologies">Apologies for the helper's own doing.</param>
    /// <param name="moves">Takes the repair moves with their words.</param>
    public static RepairSigns Read(ReplyReading reading, List<Span> apologies, List<MoveFinding> moves)
    {
        var text = reading.Text;
        var isStrained = reading.Context.IsStrained;
        var shift = NamesShift.FirstIn(text) ?? (isStrained ? Effects.FirstIn(text) : null);
        var acknowledges = (isStrained ? AcknowledgesInStrain : Acknowledges).FirstIn(text);
        var owns = (isStrained ? OwnsInStrain : Owns).FirstIn(text) ?? (isStrained && NamesDeed(text) ? OwnsBesideDeed.FirstIn(text) : null);
        var invites = Invites.FirstIn(text);
        var speaksOfIt = shift is not null || acknowledges is not null || owns is not null || apologies.Count > 0;
        var met = Met(reading, speaksOfIt);
        var defends = IsDefence(reading);
        if (met is { } meeting)
        {
            moves.Add(new MoveFinding(Move.ReflectionSimple, meeting));
        }

        if (acknowledges is { } acknowledgement)
        {
            moves.Add(new MoveFinding(Move.RepairAcknowledge, acknowledgement));
        }

        if (owns is { } ownership)
        {
            moves.Add(new MoveFinding(Move.RepairOwn, ownership));
        }

        var invitesRepair = invites is not null && speaksOfIt;
        if (invitesRepair)
        {
            moves.Add(new MoveFinding(Move.RepairInvite, invites!.Value));
        }

        return new RepairSigns
        {
            NamesShift = shift is not null,
            Acknowledges = acknowledges is not null,
            Owns = owns is not null && !defends,
            Invites = invitesRepair,
            Apologises = apologies.Count > 0,
            Defends = defends && (speaksOfIt || reading.Context.RuptureFeels.Count > 0),
            MeetsRuptureFeeling = met is not null,
        };
    }

    /// <summary>
    /// The reply speaks of the talk itself, so that the feelings in it are those of the strain and no guess at the client's story.
    /// </summary>
    public static bool IsAboutTalk(ReplyReading reading, RepairSigns repair) =>
        repair.MeetsRuptureFeeling || repair.Acknowledges || repair.Owns || (reading.Context.IsStrained && repair.NamesShift);

    /// <summary>Words that wound, said over again to name what was done: "calling you selfish was wrong of me", "I said 'at least'".</summary>
    public static bool IsOwnWords(ReplyReading reading, RepairSigns repair, Span words)
    {
        var text = reading.Text;
        var sentence = text.SentenceOf(words.First);
        return reading.Context.IsStrained && !repair.Defends && (repair.Acknowledges || repair.Owns)
            && (AcknowledgesInStrain.FindIn(text, new Span(sentence.First, sentence.End)).Exists(named => named.First <= words.First)
                || Owns.FindIn(text).Exists(owned => owned.Overlaps(words)));
    }

    /// <summary>What the reply offers of the client's story: a word for the strain that does not fit the story is no wrong guess at it.</summary>
    public static (FeelingOffer Offer, MeaningFinding Meaning) WithoutTalk(
        ReplyReading reading, RepairSigns repair, FeelingOffer offer, MeaningFinding meaning) =>
        !reading.Context.IsStrained || !IsAboutTalk(reading, repair)
            ? (offer, meaning)
            : (offer.Match is EmotionMatch.Missed or EmotionMatch.Contradicted ? FeelingOffer.None with { IsList = offer.IsList } : offer,
                meaning.Match == MeaningMatch.Part ? MeaningFinding.None : meaning);

    /// <summary>Names something that the helper did, and not only how it was.</summary>
    private static bool NamesDeed(Passage text) =>
        AcknowledgesInStrain.FindIn(text).Exists(span =>
            text.Tokens[span.First].Text is "i" or "id" or "me" or "my" || text.Tokens[span.First].Text.EndsWith("ing", StringComparison.Ordinal));

    /// <summary>Explaining oneself or blaming the client; "but I was wrong" and "but I think it stung" are neither.</summary>
    private static bool IsDefence(ReplyReading reading)
    {
        var text = reading.Text;
        return Defends.IsIn(text) || Explains.FindIn(text).Exists(span =>
        {
            var rest = new Span(span.First, text.SentenceOf(span.First).End);
            return !Owns.IsIn(text, rest) && !NamesShift.IsIn(text, rest) && !Effects.IsIn(text, rest);
        });
    }

    /// <summary>The words that name a feeling of the rupture, one of its images, or how it was to hear what was said, as the client's.</summary>
    private static Span? Met(ReplyReading reading, bool speaksOfIt)
    {
        var feels = reading.Context.RuptureFeels;
        if (feels.Count == 0)
        {
            return null;
        }

        var named = reading.Mentions.FirstOrDefault(mention =>
            mention is { Holder: Holder.Client, IsDenied: false, Term.IsVague: false } && Meets(mention, feels) && !IsDeed(reading.Text, mention));
        if (named is not null)
        {
            return named.Span;
        }

        return speaksOfIt ? First(Images) ?? First(Compares) : null;

        Span? First(PhraseBook phrases)
        {
            var found = phrases.FindIn(reading.Text).FindAll(span => IsClients(reading.Text, span));
            return found.Count > 0 ? found[0] : null;
        }
    }

    /// <summary>"I judged you" says what was done; "I hurt you" says what it did, too.</summary>
    private static bool IsDeed(Passage text, FeelingMention mention) =>
        mention.Term.Family != EmotionFamily.Hurt && mention.Span.First > text.SentenceOf(mention.Span.First).First
        && text.Tokens[mention.Span.First - 1].Text == "i";

    private static bool Meets(FeelingMention mention, IReadOnlyList<EmotionFamily> feels) =>
        mention.Term.Families.Any(family => feels.Contains(family))
        || feels.Any(family => EmotionNeighbours.AreNeighbours(family, mention.Term.Family));

    /// <summary>The image is of the client: "you" stands before it in its sentence or in it, or the sentence says what something did to them.</summary>
    private static bool IsClients(Passage text, Span span)
    {
        for (var at = text.SentenceOf(span.First).First; at < span.End; at++)
        {
            if (text.Tokens[at].Text is "you" or "your")
            {
                return true;
            }
        }

        var sentence = text.SentenceOf(span.First);
        return span.First == sentence.First || Effects.IsIn(text, new Span(sentence.First, sentence.End));
    }
}
