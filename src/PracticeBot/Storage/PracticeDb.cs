using Microsoft.EntityFrameworkCore;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Turns;

namespace PracticeBot.Storage;

/// <summary>
/// Everything that is kept. No column names a database's own type: text, whole numbers and truth values only, instants as Unix
/// milliseconds, choices and JSON as text, so that one model serves every database.
/// </summary>
public sealed class PracticeDb(DbContextOptions<PracticeDb> options) : DbContext(options)
{
    public DbSet<Learner> Learners => Set<Learner>();

    public DbSet<PracticeSession> Sessions => Set<PracticeSession>();

    public DbSet<PracticeTurn> Turns => Set<PracticeTurn>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<DirectLineConversation> DirectLineConversations => Set<DirectLineConversation>();

    public DbSet<DirectLineActivity> DirectLineActivities => Set<DirectLineActivity>();

    public DbSet<PersonaVersion> PersonaVersions => Set<PersonaVersion>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<StoredReference> References => Set<StoredReference>();

    public DbSet<MessageFeedback> MessageFeedback => Set<MessageFeedback>();

    public DbSet<LinkCode> LinkCodes => Set<LinkCode>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Verdict>().HaveConversion<string>();
        configurationBuilder.Properties<Reaction>().HaveConversion<string>();
        configurationBuilder.Properties<PracticeKind>().HaveConversion<string>();
        configurationBuilder.Properties<OutboxKind>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);

        modelBuilder.Entity<Learner>(learner =>
        {
            learner.ToTable("learners");
            learner.HasIndex(row => row.Key).IsUnique();
        });
        modelBuilder.Entity<PracticeSession>(session =>
        {
            session.ToTable("practice_sessions");
            session.HasIndex(row => row.ConversationKey);
            session.HasIndex(row => row.LearnerId);
            // Only what a turn is waiting for: the clock looks here every few seconds.
            session.HasIndex(row => row.HolderUntil).HasFilter("\"HolderUntil\" IS NOT NULL");
        });
        modelBuilder.Entity<Participant>(participant =>
        {
            participant.ToTable("participants");
            participant.HasKey(row => new { row.SessionId, row.LearnerId });
            participant.HasIndex(row => row.LearnerId);
        });
        modelBuilder.Entity<StoredReference>(reference =>
        {
            reference.ToTable("conversation_references");
            reference.HasKey(row => row.ConversationKey);
            reference.HasIndex(row => row.LearnerId);
        });
        modelBuilder.Entity<MessageFeedback>(feedback =>
        {
            feedback.ToTable("message_feedback");
            feedback.HasIndex(row => row.LearnerId);
        });
        modelBuilder.Entity<PracticeTurn>(turn =>
        {
            turn.ToTable("turns");
            turn.HasIndex(row => new { row.SessionId, row.ParentId, row.Attempt }).IsUnique();
            // Null is never equal to null: the attempts at a first turn need a rule of their own.
            turn.HasIndex(row => new { row.SessionId, row.Attempt }).IsUnique().HasFilter("\"ParentId\" IS NULL");
        });
        modelBuilder.Entity<InboxRow>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(row => row.Sequence);
            inbox.HasIndex(row => new { row.ConversationKey, row.ActivityId }).IsUnique();
            inbox.HasIndex(row => new { row.ConversationKey, row.ClientActivityId }).IsUnique();
            // Only what is still to do: however long the table grows, looking for work stays short.
            inbox.HasIndex(row => new { row.ConversationKey, row.Sequence }).HasFilter("\"DoneAt\" IS NULL");
        });
        modelBuilder.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(row => row.Sequence);
            outbox.HasIndex(row => new { row.ConversationKey, row.ActivityId });
            outbox.HasIndex(row => new { row.ConversationKey, row.Sequence }).HasFilter("\"SentAt\" IS NULL");
        });
        modelBuilder.Entity<DirectLineConversation>(conversation =>
        {
            conversation.ToTable("direct_line_conversations");
            conversation.HasIndex(row => row.LearnerId);
        });
        modelBuilder.Entity<DirectLineActivity>(activity =>
        {
            activity.ToTable("direct_line_activities");
            activity.HasKey(row => new { row.ConversationId, row.Sequence });
            activity.Property(row => row.Sequence).ValueGeneratedNever();
            activity.HasIndex(row => new { row.ConversationId, row.ActivityId });
        });
        modelBuilder.Entity<PersonaVersion>().ToTable("persona_versions");
        modelBuilder.Entity<LinkCode>(code =>
        {
            code.ToTable("link_codes");
            code.HasIndex(row => row.LearnerId);
        });
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }
}
