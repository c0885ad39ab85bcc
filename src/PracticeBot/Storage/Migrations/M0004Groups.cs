using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PracticeBot.Storage.Migrations;

/// <summary>Talks that several share, ways to write first, and what learners thought of a message.</summary>
[DbContext(typeof(PracticeDb))]
[Migration("0004_Groups")]
internal sealed class M0004Groups : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("LearnerId", "turns", nullable: true);
        migrationBuilder.AddColumn<bool>("IsShared", "practice_sessions", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("HolderId", "practice_sessions", nullable: true);
        migrationBuilder.AddColumn<long>("HolderUntil", "practice_sessions", nullable: true);
        migrationBuilder.AddColumn<int>("Absences", "practice_sessions", nullable: false, defaultValue: 0);
        migrationBuilder.CreateIndex("IX_practice_sessions_HolderUntil", "practice_sessions", "HolderUntil", filter: "\"HolderUntil\" IS NOT NULL");

        migrationBuilder.CreateTable(
            name: "participants",
            columns: table => new
            {
                SessionId = table.Column<string>(nullable: false),
                LearnerId = table.Column<string>(nullable: false),
                Seat = table.Column<int>(nullable: false),
                AccountId = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                KnowsNoWay = table.Column<bool>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_participants", row => new { row.SessionId, row.LearnerId }));
        migrationBuilder.CreateIndex("IX_participants_LearnerId", "participants", "LearnerId");

        migrationBuilder.CreateTable(
            name: "conversation_references",
            columns: table => new
            {
                ConversationKey = table.Column<string>(nullable: false),
                LearnerId = table.Column<string>(nullable: true),
                Reference = table.Column<string>(nullable: false),
                WelcomedAt = table.Column<long>(nullable: true),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_conversation_references", row => row.ConversationKey));
        migrationBuilder.CreateIndex("IX_conversation_references_LearnerId", "conversation_references", "LearnerId");

        migrationBuilder.CreateTable(
            name: "message_feedback",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                LearnerId = table.Column<string>(nullable: false),
                SessionId = table.Column<string>(nullable: true),
                ActivityId = table.Column<string>(nullable: false),
                Reaction = table.Column<string>(nullable: false),
                Words = table.Column<string>(nullable: true),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_message_feedback", row => row.Id));
        migrationBuilder.CreateIndex("IX_message_feedback_LearnerId", "message_feedback", "LearnerId");
    }
}
