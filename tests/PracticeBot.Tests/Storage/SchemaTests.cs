using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Storage;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Migrations_give_the_schema_that_the_model_describes()
    {
        await using var migrated = Open("migrated.db");
        await migrated.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await using var created = Open("created.db");
        await created.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        Schema(migrated).ShouldBe(Schema(created));
    }

    public void Dispose() => _folder.Dispose();

    private PracticeDb Open(string file) => new(new DbContextOptionsBuilder<PracticeDb>()
        .UseSqlite($"Data Source={Path.Combine(_folder.Path, file)}")
        .ConfigureWarnings(warnings => warnings.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning))
        .Options);

    private static List<string> Schema(PracticeDb db)
    {
        using var connection = new SqliteConnection(db.Database.GetConnectionString());
        connection.Open();
        using var command = connection.CreateCommand();
        // Columns by name: what was added later stands behind in the one and among the others in the other.
        command.CommandText = """
            SELECT tables.name || '.' || columns.name || ' ' || columns.type || ' not null ' || columns."notnull" || ' key ' || columns.pk
            FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND tables.name NOT LIKE '\_\_EF%' ESCAPE '\'
            UNION ALL
            SELECT name || ': ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
            ORDER BY 1
            """;
        using var reader = command.ExecuteReader();
        var schema = new List<string>();
        while (reader.Read())
        {
            schema.Add(reader.GetString(0));
        }

        schema.ShouldNotBeEmpty();
        return schema;
    }
}
