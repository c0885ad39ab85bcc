using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Signs of repair (3RS), read in every reply and meaningful where a rupture is open.</summary>
internal static class RepairReader
{
    private static readonly PhraseBook NamesShift = Tables.Phrases("repair", "names shift");
    private static readonly PhraseBook Acknowledges = Tables.Phrases("repair", "acknowledges");
    private static readonly PhraseBook Owns = Tables.Phrases("repair", "owns");
    private static readonly PhraseBook Invites = Tables.Phrases("repair", "invites");
    private static readonly PhraseBook Defends = Tables.Phrases("repair", "defends");
    private static readonly PhraseBook Images = Tables.Phrases("repair", "rupture images");

    /// <param name="apologies">Apologies for the helper's own doing.</param>
    /// <param name="moves">Takes the repair moves with their words.</param>
    public static RepairSigns Read(ReplyReading reading, List<Span> apologies, List<MoveFinding> moves)
    {
        var text = reading.Text;
        var shift = NamesShift.FirstIn(text);
        var acknowledges = Acknowledges.FirstIn(text);
        var owns = Owns.FirstIn(text);
        var invites = Invites.FirstIn(text);
        var defends = Defends.FirstIn(text);
        var speaksOfIt = shift is not null || acknowledges is not null || owns is not null || apologies.Count > 0;
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
            Owns = owns is not null && defends is null,
            Invites = invitesRepair,
            Apologises = apologies.Count > 0,
            Defends = defends is not null && (speaksOfIt || reading.Context.RuptureFeels.Count > 0),
            MeetsRuptureFeeling = MeetsFeeling(reading, speaksOfIt),
        };
    }

    /// <summary>Names a feeling that the rupture holds, or one of its images, as the client's.</summary>
    private static bool MeetsFeeling(ReplyReading reading, bool speaksOfIt)
    {
        var feels = reading.Context.RuptureFeels;
        if (feels.Count == 0)
        {
            return false;
        }

        var named = reading.Mentions.Any(mention => mention is { Holder: Holder.Client, IsDenied: false } && Meets(mention, feels));
        return named || (speaksOfIt && Images.FindIn(reading.Text).Exists(span => IsClients(reading.Text, span)));
    }

    private static bool Meets(FeelingMention mention, IReadOnlyList<EmotionFamily> feels) =>
        mention.Term.Families.Any(family => feels.Contains(family))
        || feels.Any(family => EmotionNeighbours.AreNeighbours(family, mention.Term.Family));

    /// <summary>The image is of the client: "you" stands before it in its sentence or in it.</summary>
    private static bool IsClients(Passage text, Span span)
    {
        for (var at = text.SentenceOf(span.First).First; at < span.End; at++)
        {
            if (text.Tokens[at].Text is "you" or "your")
            {
                return true;
            }
        }

        return span.First == text.SentenceOf(span.First).First;
    }
}
