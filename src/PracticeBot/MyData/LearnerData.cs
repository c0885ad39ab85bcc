using System.Text.Json.Nodes;

namespace PracticeBot.MyData;

/// <summary>All that is kept of one learner, for themselves. Instants are in universal time; trust and distress run from 0 to 100.</summary>
/// <param name="Since">When they were first seen.</param>
public sealed record LearnerData(string Learner, DateTimeOffset Since, bool RatesFirst, IReadOnlyList<MyTalk> Talks, IReadOnlyList<MyConversation> Conversations, IReadOnlyList<MyOpinion> Opinions);

/// <param name="Kind">talk, unaided or drill.</param>
/// <param name="HeldReply">A reply that waits to be judged, after a step out for safety.</param>
public sealed record MyTalk(
    string Id, string Client, string Kind, string Mode, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? EndReason, string OpeningLine,
    string? BeforeNote, string? AfterNote, string? HeldReply, IReadOnlyList<MyReply> Replies);

/// <param name="After">The id of the reply before it on its branch; null for a first one.</param>
/// <param name="Verdict">Left out while its talk goes on, as are level, findings and state.</param>
public sealed record MyReply(
    string Id, string? After, int Depth, int Attempt, DateTimeOffset At, string Reply, string? ClientLine, int HintsUsed, int? SelfRating, bool? SaysNoticed,
    string? Verdict, int? Level, JsonNode? Findings, JsonNode? StateAfter);

/// <param name="Messages">As they were sent, the learner's and the bot's.</param>
public sealed record MyConversation(string Id, DateTimeOffset CreatedAt, IReadOnlyList<JsonNode?> Messages);

/// <summary>What they thought of a message of the bot's.</summary>
/// <param name="Reaction">like or dislike.</param>
public sealed record MyOpinion(DateTimeOffset At, string Reaction, string? Words);
