using PracticeBot.Channels;
using PracticeBot.Core.Safety;
using PracticeBot.MyData;
using PracticeBot.Storage;

namespace PracticeBot.Practice.Groups;

/// <summary>What one learner asks in a group and only they are to read.</summary>
internal sealed class PrivateAnswers(
    PersonalChats chats,
    PracticeMessages messages,
    GroupMessages words,
    PracticeHelp help,
    PracticeLinks links,
    ProgressReader progress,
    ProgressCard progressCard,
    DataCommands data)
{
    public async Task AnswerAsync(TurnContext turn, PracticeSession? session, CommandKind command, string learner, CancellationToken cancellationToken)
    {
        var account = turn.Activity.From!;
        if (await chats.OfAsync(turn, learner, account, cancellationToken) is not { } chat)
        {
            turn.Send(words.HowToInstall(turn.Activity, account.Name ?? string.Empty));
            return;
        }

        turn.SendTo(chat, await ToAsync(turn, session, command, learner, cancellationToken));
        turn.Send(words.SentPrivately());
    }

    /// <summary>Somebody may be in need: that is between them and the bot, as far as it can be.</summary>
    public async Task SupportAsync(TurnContext turn, RiskKind risk, string learner, CancellationToken cancellationToken)
    {
        if (await chats.TrySendAsync(turn, learner, turn.Activity.From!, words.Support(risk, turn.Activity.Locale, isAlone: true), cancellationToken))
        {
            turn.Send(words.SentPrivately());
        }
        else
        {
            turn.Send(words.Support(risk, turn.Activity.Locale, isAlone: false));
        }
    }

    private async Task<Activity> ToAsync(TurnContext turn, PracticeSession? session, CommandKind command, string learner, CancellationToken cancellationToken) => command switch
    {
        CommandKind.Progress => progressCard.Of(
            await progress.OfAsync(turn.Db, learner, cancellationToken), await links.ToAsync(turn, learner, "/progress", cancellationToken)),
        CommandKind.MyData => await data.ShowAsync(turn, cancellationToken),
        CommandKind.DeleteMyData => await data.AskAsync(turn, cancellationToken),
        CommandKind.Hint when session is { EndedAt: null, PausedAt: null } => await help.HintAsync(turn.Db, session, cancellationToken),
        CommandKind.Example when session is not null => await help.ExampleAsync(turn.Db, session, turnId: null, cancellationToken),
        _ => messages.Say("NoHintNow"),
    };
}
