using System.Text.Json.Nodes;

namespace PracticeBot.Channels;

/// <summary>The answer to an invoke, which its channel waits for.</summary>
public sealed record InvokeResponse
{
    /// <summary>An HTTP status.</summary>
    public required int Status { get; init; }

    public JsonNode? Body { get; init; }
}
