using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;

namespace PracticeBot.Core.Turns;

/// <summary>What the rules make of one reply.</summary>
/// <param name="Level">Carkhuff 1 to 5; null for neutral and unavailable.</param>
/// <param name="Events">What changes, in order.</param>
/// <param name="Directive">What the client does; null where the reply could not be judged.</param>
public sealed record Decision(Verdict Verdict, int? Level, IReadOnlyList<ClientEvent> Events, Directive? Directive);
