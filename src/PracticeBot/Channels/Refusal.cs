namespace PracticeBot.Channels;

/// <summary>Why a request is not taken. The reason is for whoever wrote the client; it never repeats what was sent.</summary>
/// <param name="Status">An HTTP status, 4xx.</param>
/// <param name="Code">A word that programs can tell apart.</param>
internal sealed record Refusal(int Status, string Code, string Reason);
