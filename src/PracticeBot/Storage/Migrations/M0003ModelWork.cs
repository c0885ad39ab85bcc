using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PracticeBot.Storage.Migrations;

/// <summary>What models did for a turn.</summary>
[DbContext(typeof(PracticeDb))]
[Migration("0003_ModelWork")]
internal sealed class M0003ModelWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("AssessorWork", "turns", nullable: true);
        migrationBuilder.AddColumn<string>("VoiceWork", "turns", nullable: true);
    }
}
