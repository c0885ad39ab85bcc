using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>
/// What follows a reply in a guided talk: feedback, or first a question of the learner's own. A client's quiet withdrawal is told by
/// nothing until the learner has named it or has been asked whether they saw it; whoever rates first sees no verdict before.
/// </summary>
internal sealed class GuidedFeedback(PracticeCards cards, PracticeMessages messages, IStringLocalizer<CardText> text)
{
    /// <summary>What comes after the last turn of a branch. In a drill the moment comes back at once: there is nothing to wait for.</summary>
    public static FeedbackPlan Plan(PracticeSession session, IReadOnlyList<PracticeTurn> branch, Persona persona, bool ratesFirst)
    {
        if (session.Kind == PracticeKind.Drill)
        {
            return new FeedbackPlan(branch[^1], Noticing.Settled, [], ratesFirst);
        }

        // Only so many turns can still matter; the others need not be read.
        var recent = branch.Skip(Math.Max(0, branch.Count - persona.Rubric.RepliesToNotice - 1)).ToList();
        var (noticing, opened) = NoticingRule.After([.. recent.Select(turn => turn.Shift())], persona.Rubric);
        var since = opened < 0 ? [] : recent.Skip(opened).ToList();
        return new FeedbackPlan(branch[^1], noticing, since, ratesFirst && noticing != Noticing.StillOpen);
    }

    /// <summary>Sends the feedback, or the question that it waits for, or nothing.</summary>
    public void Send(TurnContext turn, PracticeSession session, Persona persona, FeedbackPlan plan, IReadOnlyList<Attempt> attempts, string? drill)
    {
        var question = plan.Noticing switch
        {
            Noticing.StillOpen => null,
            Noticing.WentBy => cards.Noticing(persona.Name, session.Id, plan.Turn.Id),
            _ when plan.AsksRating => cards.Rating(persona.Name, session.Id, plan.Turn.Id),
            _ => null,
        };
        if (question is not null)
        {
            var id = turn.Send(question with { SuggestedActions = messages.DuringTalk(session.Kind) });
            var kind = plan.Noticing == Noticing.WentBy ? QuestionKind.Noticing : QuestionKind.Rating;
            session.Question = PracticeJson.Write(new OpenQuestion(kind, id, plan.Turn.Id, drill));
        }
        else if (!plan.IsWithheld && Card(session, persona, plan, attempts, drill) is { } card)
        {
            turn.Send(card);
        }
    }

    /// <summary>The learner's answer on a question's card. What it answers is told in the card's place.</summary>
    /// <returns>False where that question is not open, or the answer is none.</returns>
    public async Task<bool> AnswerAsync(TurnContext turn, PracticeSession session, Persona persona, CardPress press, CancellationToken cancellationToken)
    {
        if (session.Question is null || PracticeJson.Read<OpenQuestion>(session.Question) is not { } question || question.TurnId != press.Turn)
        {
            return false;
        }

        const int Least = 1, Most = 5;
        var branch = await PracticeSessions.BranchAsync(turn.Db, session, question.TurnId, cancellationToken);
        var plan = Plan(session, branch, persona, ratesFirst: false);
        switch (question.Kind)
        {
            case QuestionKind.Rating when press is { Command: CardPress.Rate, Value: null }:
                break;
            case QuestionKind.Rating when press is { Command: CardPress.Rate, Value: { } value } && Number(value) is >= Least and <= Most and var rating:
                branch[^1].SelfRating = rating;
                break;
            case QuestionKind.Noticing when press is { Command: CardPress.Noticed, Value: { } value } && Truth(value) is { } saw:
                plan.Since[0].SaysNoticed = saw;
                break;
            default:
                return false;
        }

        await CloseAsync(turn, session, persona, question, plan, cancellationToken);
        return true;
    }

    /// <summary>The talk goes on without an answer: the card that asked gives way to the feedback.</summary>
    public async Task CloseAsync(TurnContext turn, PracticeSession session, Persona persona, CancellationToken cancellationToken)
    {
        if (session.Question is not null)
        {
            var question = PracticeJson.Read<OpenQuestion>(session.Question);
            var branch = await PracticeSessions.BranchAsync(turn.Db, session, question.TurnId, cancellationToken);
            await CloseAsync(turn, session, persona, question, Plan(session, branch, persona, ratesFirst: false), cancellationToken);
        }
    }

    private async Task CloseAsync(
        TurnContext turn, PracticeSession session, Persona persona, OpenQuestion question, FeedbackPlan plan, CancellationToken cancellationToken)
    {
        var attempts = await PracticeSessions.AttemptsAsync(turn.Db, session, plan.Turn.ParentId, cancellationToken);
        session.Question = null;
        if (Card(session, persona, plan, Compared([.. attempts.Where(one => one.Attempt <= plan.Turn.Attempt)]), question.Drill) is { } card)
        {
            turn.Update(question.ActivityId, card);
        }
    }

    /// <summary>Every attempt at one moment, where there was more than one.</summary>
    public static IReadOnlyList<Attempt> Compared(IReadOnlyList<PracticeTurn> attempts) =>
        attempts.Count > 1 ? [.. attempts.Select(Attempt.Of)] : [];

    private Activity? Card(PracticeSession session, Persona persona, FeedbackPlan plan, IReadOnlyList<Attempt> attempts, string? drill)
    {
        if (plan.Turn.Feedback(persona) is not { } feedback)
        {
            return null;
        }

        var view = new FeedbackView(session.Id, plan.Turn.Id, plan.Turn.Reply, feedback, attempts)
        {
            Lead = Lead(plan, persona),
            SelfRating = plan.Turn.SelfRating,
            Earlier =
            [
                .. from earlier in plan.Since
                   where earlier.Id != plan.Turn.Id
                   let told = earlier.Feedback(persona)
                   where told is not null
                   select (earlier.Reply, told),
            ],
            Drill = drill,
            Work = plan.Turn.AssessorWork is { } work ? PracticeJson.Read<ModelWork>(work) : null,
            HasActions = session.Kind != PracticeKind.Unaided,
        };
        return cards.Feedback(view) with
        {
            SuggestedActions = session.EndedAt is null ? messages.DuringTalk(session.Kind) : messages.AfterTalk(persona.Name, session.PersonaId),
        };
    }

    private string? Lead(FeedbackPlan plan, Persona persona) => plan.Noticing switch
    {
        Noticing.Named => text["NoticedNamed"].Value,
        Noticing.WentBy => text[
            plan.Since[0].SaysNoticed == true ? "NoticedYes" : "NoticedNo",
            ClientText.Plain(persona.Name), ClientText.Plain(PracticeCards.Short(plan.Since[0].Reply))].Value,
        _ => null,
    };

    private static int? Number(JsonValue value) =>
        value.TryGetValue<int>(out var number) || (value.TryGetValue<string>(out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out number)) ? number : null;

    private static bool? Truth(JsonValue value) =>
        value.TryGetValue<bool>(out var truth) || (value.TryGetValue<string>(out var text) && bool.TryParse(text, out truth)) ? truth : null;
}

/// <param name="Turn">The last one.</param>
/// <param name="Since">From the turn at which the client withdrew to the last; empty where nothing is open.</param>
/// <param name="AsksRating">The learner rates themselves before the verdict shows.</param>
internal sealed record FeedbackPlan(PracticeTurn Turn, Noticing Noticing, IReadOnlyList<PracticeTurn> Since, bool AsksRating)
{
    /// <summary>Neither feedback nor a question comes now.</summary>
    public bool IsSilent => Noticing == Noticing.StillOpen;

    /// <summary>Nothing of the verdict is told yet.</summary>
    public bool IsWithheld => AsksRating || Noticing is Noticing.StillOpen or Noticing.WentBy;
}

internal enum QuestionKind
{
    Rating,
    Noticing,
}

/// <summary>A question card that waits for its answer.</summary>
/// <param name="ActivityId">Of the card, whose place the feedback takes.</param>
/// <param name="TurnId">Of the reply that it is about.</param>
/// <param name="Drill">What the feedback says of the drill.</param>
internal sealed record OpenQuestion(QuestionKind Kind, string ActivityId, string TurnId, string? Drill);
