using System.Text.RegularExpressions;
using Azure.Core;

namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>
/// The token that the connector knows the bot by. One is kept for all, and fetched by one for all: whoever needs it meanwhile waits for
/// the same answer, and whoever stops waiting takes it from nobody else.
/// </summary>
internal sealed partial class ConnectorTokens(BotCredential credential, TimeProvider time)
{
    /// <summary>A token that ends on the way is refused.</summary>
    private static readonly TimeSpan BeforeItsEnd = TimeSpan.FromMinutes(5);

    /// <summary>How long a failure stands before Azure is asked again.</summary>
    private static readonly TimeSpan AfterAFailure = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<Fetched>? _last;

    private Fetched? Known => _last is { IsCompletedSuccessfully: true } last ? last.Result : null;

    /// <returns>Null where the bot has nothing to prove who it is.</returns>
    /// <exception cref="NoTokenException">Azure gave none.</exception>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (!credential.Exists)
        {
            return null;
        }

        var fetched = await Current().WaitAsync(cancellationToken);
        return fetched.Token?.Token ?? throw new NoTokenException(fetched.Fault!);
    }

    /// <summary>The connector does not take it.</summary>
    public void Drop(string token)
    {
        lock (_lock)
        {
            // Another may have dropped it before, and fetched a new one.
            if (Known?.Token?.Token == token)
            {
                _last = null;
            }
        }
    }

    private Task<Fetched> Current()
    {
        lock (_lock)
        {
            var known = Known;
            if (_last is null || (_last.IsCompleted && !(known?.Until > time.GetUtcNow())))
            {
                _last = Task.Run(() => FetchAsync(known?.Token));
            }

            return _last;
        }
    }

    /// <param name="before">Serves on while there is no better one.</param>
    private async Task<Fetched> FetchAsync(AccessToken? before)
    {
        using var patience = new CancellationTokenSource(LongestFetch);
        try
        {
            var token = await credential.GetTokenAsync(patience.Token);
            var life = token.ExpiresOn - time.GetUtcNow();
            return new Fetched(token, Fault: null, token.ExpiresOn - (life / 2 < BeforeItsEnd ? life / 2 : BeforeItsEnd));
        }
#pragma warning disable CA1031 // Whatever kept Azure from giving a token, it may give one later.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var now = time.GetUtcNow();
            return new Fetched(before?.ExpiresOn > now ? before : null, Reason(fault), now + AfterAFailure);
        }
    }

    /// <summary>Azure's number for what is wrong tells an operator most; its sentences may hold names.</summary>
    private static string Reason(Exception fault) =>
        FaultNumber().Match(fault.ToString()) is { Success: true } number ? number.Value : fault.GetBaseException().GetType().Name;

    [GeneratedRegex("AADSTS[0-9]{4,9}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FaultNumber();

    /// <param name="Token">Null where none is to be had.</param>
    /// <param name="Fault">Why there is no newer one.</param>
    /// <param name="Until">When Azure is asked again.</param>
    private sealed record Fetched(AccessToken? Token, string? Fault, DateTimeOffset Until);
}
