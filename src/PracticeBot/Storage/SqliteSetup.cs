using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PracticeBot.Storage;

/// <summary>What every connection to SQLite is told before its first command.</summary>
internal sealed class SqliteSetup(Durability durability) : DbConnectionInterceptor
{
    // Writers of other connections hold the file for milliseconds; waiting inside SQLite beats failing.
    private readonly string _commands =
        $"PRAGMA busy_timeout = 5000; PRAGMA synchronous = {(durability == Durability.Full ? "FULL" : "NORMAL")};";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of two constants.
        command.CommandText = _commands;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
