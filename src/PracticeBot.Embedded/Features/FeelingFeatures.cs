using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Feelings;

namespace PracticeBot.Embedded.Features;

/// <summary>Which feelings are spoken of, whose they are, and how they stand to the client's.</summary>
internal static class FeelingFeatures
{
    public static readonly Feature[] All =
    [
        new("feelings", exchange => Feature.Log(exchange.Reply.Feelings.Count)),
        new("feelings of the client", exchange => Of(exchange, Holder.Client)),
        new("feelings of the helper", exchange => Of(exchange, Holder.Helper)),
        new("feelings of others", exchange => Of(exchange, Holder.Other)),
        new("feelings denied", exchange => Feature.Log(Count(exchange, mention => mention.IsDenied))),
        new("feelings wished", exchange => Feature.Log(Count(exchange, mention => mention.IsWished))),
        new("feeling images", exchange => Feature.Log(Count(exchange, mention => mention.Term.IsIdiom))),
        new("feeling names", exchange => Feature.Log(Count(exchange, mention => mention.Term.IsPlainName))),
        new("vague feelings", exchange => Feature.Log(Count(exchange, mention => mention.Term.IsVague))),
        new("bright feelings", exchange => Feature.Log(Count(exchange, mention => IsBright(mention.Term.Family)))),
        new("bright feelings of the helper", exchange => Feature.Log(Count(exchange, mention => IsBright(mention.Term.Family) && mention.Holder == Holder.Helper))),
        new("dark feelings of the client", exchange => Feature.Log(Count(exchange, mention => !IsBright(mention.Term.Family) && mention.Holder == Holder.Client))),
        new("dark feelings of the helper", exchange => Feature.Log(Count(exchange, mention => !IsBright(mention.Term.Family) && mention.Holder == Holder.Helper))),
        new("strongest feeling", Strongest), new("families", Families), new("feelings shared", Shared), new("feelings near", Near),
        new("feelings new", New), new("feelings missed", Missed), new("feeling in first sentence", InFirst), new("feelings of the client's text", ClientFeelings),
        new("client's strongest", ClientStrongest), new("bright to dark", BrightToDark), new("feelings a word", Density),
        new("stronger or fainter", exchange => Feature.Log(Count(exchange, mention => mention.Strength != Strength.AsItStands))),
    ];

    private static float Of(Exchange exchange, Holder holder) => Feature.Log(Count(exchange, mention => mention.Holder == holder));

    /// <summary>How strong the strongest feeling in the reply is.</summary>
    private static float Strongest(Exchange exchange) => StrongestOf(exchange.Reply);

    /// <summary>How many families of feeling the reply speaks of.</summary>
    private static float Families(Exchange exchange) => Feature.Log(exchange.Reply.Feelings.Select(mention => mention.Term.Family).Distinct().Count());

    /// <summary>Feelings that the client spoke of too.</summary>
    private static float Shared(Exchange exchange) => Feature.Log(Count(exchange, mention => Knows(exchange, mention, (one, other) => one == other)));

    /// <summary>Feelings beside those that the client spoke of.</summary>
    private static float Near(Exchange exchange) => Feature.Log(Count(exchange, mention =>
        Knows(exchange, mention, EmotionNeighbours.AreNeighbours) && !Knows(exchange, mention, (one, other) => one == other)));

    /// <summary>The client spoke of no feeling, the reply does: the implicit named, or a guess.</summary>
    private static float New(Exchange exchange) => exchange.Client.Feelings.Count == 0 && exchange.Reply.Feelings.Count > 0 ? 1 : 0;

    /// <summary>Feelings that are not near any that the client spoke of.</summary>
    private static float Missed(Exchange exchange) => exchange.Client.Feelings.Count == 0 ? 0
        : Feature.Log(Count(exchange, mention => !Knows(exchange, mention, EmotionNeighbours.AreNeighbours)));

    /// <summary>The first sentence already speaks of a feeling.</summary>
    private static float InFirst(Exchange exchange) => Count(exchange, mention => exchange.Reply.Tokens[mention.Span.First].Sentence == 0) > 0 ? 1 : 0;

    /// <summary>How many feelings the client spoke of.</summary>
    private static float ClientFeelings(Exchange exchange) => Feature.Log(exchange.Client.Feelings.Count);

    /// <summary>How strong the client's strongest feeling is.</summary>
    private static float ClientStrongest(Exchange exchange) => StrongestOf(exchange.Client);

    /// <summary>Bright feelings against a client's dark ones.</summary>
    private static float BrightToDark(Exchange exchange) =>
        exchange.Client.Feelings.Any(mention => !IsBright(mention.Term.Family)) && Count(exchange, mention => IsBright(mention.Term.Family)) > 0 ? 1 : 0;

    /// <summary>Feelings against words.</summary>
    private static float Density(Exchange exchange) => exchange.Reply.Feelings.Count / (1f + exchange.Reply.Tokens.Count);

    private static float StrongestOf(TextView text)
    {
        var strongest = 0;
        foreach (var mention in text.Feelings)
        {
            strongest = Math.Max(strongest, mention.Intensity);
        }

        return strongest;
    }

    private static bool Knows(Exchange exchange, FeelingMention mention, Func<EmotionFamily, EmotionFamily, bool> same)
    {
        foreach (var held in exchange.Client.Feelings)
        {
            if (same(held.Term.Family, mention.Term.Family))
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(Exchange exchange, Func<FeelingMention, bool> fits)
    {
        var count = 0;
        foreach (var mention in exchange.Reply.Feelings)
        {
            count += fits(mention) ? 1 : 0;
        }

        return count;
    }

    private static bool IsBright(EmotionFamily family) => family >= EmotionFamily.Relief;
}
