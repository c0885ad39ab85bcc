using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Storage;

public sealed class StorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("normal", 1)]
    [InlineData("full", 2)]
    public async Task Every_connection_writes_ahead_and_as_durably_as_is_asked(string durability, long expected)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, $"--Storage:Durability={durability}");
        using var scope = host.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();

        (await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken))
            .ShouldBe("wal");
        (await db.Database.SqlQuery<long>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken))
            .ShouldBe(expected);
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_lock_out_the_next_start()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Database)!);
        await using (var connection = new SqliteConnection($"Data Source={_folder.Database}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);

        await DirectLineClient.StartAsync(host);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told_by_its_setting()
    {
        var file = Path.Combine(_folder.Path, "a-file");
        await File.WriteAllTextAsync(file, string.Empty, TestContext.Current.CancellationToken);
        await using var app = PracticeHost.Build(
            ["--urls=http://127.0.0.1:0", $"--Storage:ConnectionString=Data Source={Path.Combine(file, "practicebot.db")}"]);

        var fault = await Should.ThrowAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        fault.Message.ShouldStartWith("Storage:ConnectionString names");
    }

    [Fact]
    public async Task Attempts_at_one_moment_are_numbered_once_also_at_the_first()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var store = host.Services.GetRequiredService<PracticeStore>();
        await AddAsync(parent: null, attempt: 1);
        await AddAsync(parent: null, attempt: 2);
        await AddAsync(parent: "t", attempt: 1);

        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(parent: null, attempt: 2));
        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(parent: "t", attempt: 1));

        Task AddAsync(string? parent, int attempt) => store.WriteAsync(
            db => Task.FromResult(db.Turns.Add(new PracticeTurn
            {
                Id = Ids.New(),
                SessionId = "s",
                ParentId = parent,
                Attempt = attempt,
                ActivityId = "a",
                Reply = "r",
                Decision = "{}",
                StateAfter = "{}",
                Templates = "[]",
            })),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_nothing_and_lets_the_next_one_in()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);
        var store = host.Services.GetRequiredService<PracticeStore>();

        await Should.ThrowAsync<InvalidOperationException>(() => store.WriteAsync<bool>(
            async db =>
            {
                await db.Database.ExecuteSqlAsync($"INSERT INTO data_protection_keys VALUES ('1', 'k')");
                throw new InvalidOperationException();
            },
            TestContext.Current.CancellationToken));

        (await store.WriteAsync(db => db.DataProtectionKeys.CountAsync(key => key.Id == "1"), TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public void Ids_are_long_enough_that_nobody_guesses_one()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => Ids.New()).ToHashSet(StringComparer.Ordinal);

        ids.Count.ShouldBe(1000);
        ids.ShouldAllBe(id => id.Length == 22);
    }

    public void Dispose() => _folder.Dispose();
}
