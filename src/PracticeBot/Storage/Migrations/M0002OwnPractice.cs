using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PracticeBot.Storage.Migrations;

/// <summary>Hints, self-rating, noticing, drills, private notes, and links that know their learner.</summary>
[DbContext(typeof(PracticeDb))]
[Migration("0002_OwnPractice")]
internal sealed class M0002OwnPractice : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("RatesFirst", "learners", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("EraseAskedAt", "learners", nullable: true);

        migrationBuilder.AddColumn<string>("Kind", "practice_sessions", nullable: false, defaultValue: nameof(PracticeKind.Talk));
        migrationBuilder.AddColumn<int>("FirstLayer", "practice_sessions", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("HintsShown", "practice_sessions", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("Question", "practice_sessions", nullable: true);
        migrationBuilder.AddColumn<string>("BeforeNote", "practice_sessions", nullable: true);
        migrationBuilder.AddColumn<string>("AfterNote", "practice_sessions", nullable: true);

        migrationBuilder.AddColumn<int>("HintsUsed", "turns", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("SelfRating", "turns", nullable: true);
        migrationBuilder.AddColumn<bool>("SaysNoticed", "turns", nullable: true);

        migrationBuilder.AddColumn<string>("Origin", "direct_line_conversations", nullable: true);

        migrationBuilder.CreateTable(
            name: "link_codes",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                LearnerId = table.Column<string>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_link_codes", row => row.Id));
        migrationBuilder.CreateIndex("IX_link_codes_LearnerId", "link_codes", "LearnerId");
    }
}
