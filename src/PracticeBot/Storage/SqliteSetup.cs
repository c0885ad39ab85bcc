using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PracticeBot.Storage;

/// <summary>What every connection to SQLite is told before its first command, which it remembers until it is closed.</summary>
internal sealed class SqliteSetup(Durability durability) : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<sqlite3, object?> _told = [];

    // Writers of other connections hold the file for milliseconds; waiting inside SQLite beats failing.
    private readonly string _commands =
        $"PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; PRAGMA synchronous = {(durability == Durability.Full ? "FULL" : "NORMAL")};";

    // A pooled context keeps its connection open: with each opening the provider registers some thirty functions anew, which takes
    // longer than most statements. It is closed when the pool lets the context go.
    public override InterceptionResult ConnectionClosing(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => ValueTask.FromResult(InterceptionResult.Suppress());

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!_told.TryAdd(((SqliteConnection)connection).Handle!, value: null))
        {
            return;
        }

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
