using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PracticeBot.Storage.Migrations;

[DbContext(typeof(PracticeDb))]
[Migration("0001_FirstTables")]
internal sealed class M0001FirstTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "learners",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Key = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_learners", row => row.Id));
        migrationBuilder.CreateIndex("IX_learners_Key", "learners", "Key", unique: true);

        migrationBuilder.CreateTable(
            name: "practice_sessions",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                ConversationKey = table.Column<string>(nullable: false),
                LearnerId = table.Column<string>(nullable: false),
                PersonaId = table.Column<string>(nullable: false),
                PersonaVersion = table.Column<string>(nullable: false),
                Mode = table.Column<string>(nullable: false),
                Seed = table.Column<int>(nullable: false),
                OpeningLine = table.Column<string>(nullable: false),
                OpeningTemplates = table.Column<string>(nullable: false),
                State = table.Column<string>(nullable: false),
                HeadTurnId = table.Column<string>(nullable: true),
                HeldReply = table.Column<string>(nullable: true),
                HeldReplyActivityId = table.Column<string>(nullable: true),
                StartedAt = table.Column<long>(nullable: false),
                PausedAt = table.Column<long>(nullable: true),
                EndedAt = table.Column<long>(nullable: true),
                EndReason = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_practice_sessions", row => row.Id));
        migrationBuilder.CreateIndex("IX_practice_sessions_ConversationKey", "practice_sessions", "ConversationKey");
        migrationBuilder.CreateIndex("IX_practice_sessions_LearnerId", "practice_sessions", "LearnerId");

        migrationBuilder.CreateTable(
            name: "turns",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                SessionId = table.Column<string>(nullable: false),
                ParentId = table.Column<string>(nullable: true),
                Depth = table.Column<int>(nullable: false),
                Attempt = table.Column<int>(nullable: false),
                ActivityId = table.Column<string>(nullable: false),
                Reply = table.Column<string>(nullable: false),
                Verdict = table.Column<string>(nullable: false),
                Level = table.Column<int>(nullable: true),
                Reaction = table.Column<string>(nullable: true),
                Assessment = table.Column<string>(nullable: true),
                Decision = table.Column<string>(nullable: false),
                StateAfter = table.Column<string>(nullable: false),
                ClientLine = table.Column<string>(nullable: true),
                Templates = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_turns", row => row.Id));
        migrationBuilder.CreateIndex(
            "IX_turns_SessionId_ParentId_Attempt", "turns", ["SessionId", "ParentId", "Attempt"], unique: true);
        migrationBuilder.CreateIndex(
            "IX_turns_SessionId_Attempt", "turns", ["SessionId", "Attempt"], unique: true, filter: "\"ParentId\" IS NULL");

        migrationBuilder.CreateTable(
            name: "inbox",
            columns: table => new
            {
                Sequence = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true),
                ConversationKey = table.Column<string>(nullable: false),
                ActivityId = table.Column<string>(nullable: false),
                ClientActivityId = table.Column<string>(nullable: true),
                Activity = table.Column<string>(nullable: false),
                ReceivedAt = table.Column<long>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
                DoneAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_inbox", row => row.Sequence));
        migrationBuilder.CreateIndex("IX_inbox_ConversationKey_ActivityId", "inbox", ["ConversationKey", "ActivityId"], unique: true);
        migrationBuilder.CreateIndex(
            "IX_inbox_ConversationKey_ClientActivityId", "inbox", ["ConversationKey", "ClientActivityId"], unique: true);
        migrationBuilder.CreateIndex(
            "IX_inbox_ConversationKey_Sequence", "inbox", ["ConversationKey", "Sequence"], filter: "\"DoneAt\" IS NULL");

        migrationBuilder.CreateTable(
            name: "outbox",
            columns: table => new
            {
                Sequence = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true),
                ConversationKey = table.Column<string>(nullable: false),
                Channel = table.Column<string>(nullable: false),
                ActivityId = table.Column<string>(nullable: false),
                Activity = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                TypingAt = table.Column<long>(nullable: true),
                DueAt = table.Column<long>(nullable: false),
                SentAt = table.Column<long>(nullable: true),
                Attempts = table.Column<int>(nullable: false),
                NextAttemptAt = table.Column<long>(nullable: true),
                Failed = table.Column<bool>(nullable: false),
                ChannelActivityId = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_outbox", row => row.Sequence));
        migrationBuilder.CreateIndex("IX_outbox_ConversationKey_ActivityId", "outbox", ["ConversationKey", "ActivityId"]);
        migrationBuilder.CreateIndex(
            "IX_outbox_ConversationKey_Sequence", "outbox", ["ConversationKey", "Sequence"], filter: "\"SentAt\" IS NULL");

        migrationBuilder.CreateTable(
            name: "direct_line_conversations",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                UserId = table.Column<string>(nullable: false),
                LearnerId = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_direct_line_conversations", row => row.Id));
        migrationBuilder.CreateIndex("IX_direct_line_conversations_LearnerId", "direct_line_conversations", "LearnerId");

        migrationBuilder.CreateTable(
            name: "direct_line_activities",
            columns: table => new
            {
                ConversationId = table.Column<string>(nullable: false),
                Sequence = table.Column<long>(nullable: false),
                ActivityId = table.Column<string>(nullable: false),
                Activity = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_direct_line_activities", row => new { row.ConversationId, row.Sequence }));
        migrationBuilder.CreateIndex(
            "IX_direct_line_activities_ConversationId_ActivityId", "direct_line_activities", ["ConversationId", "ActivityId"]);

        migrationBuilder.CreateTable(
            name: "persona_versions",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                PersonaId = table.Column<string>(nullable: false),
                Content = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_persona_versions", row => row.Id));

        migrationBuilder.CreateTable(
            name: "data_protection_keys",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Xml = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_data_protection_keys", row => row.Id));
    }
}
