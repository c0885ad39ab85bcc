using System.Text.Json;

namespace PracticeBot.Models.Assessing;

/// <summary>
/// The JSON schema of a model's judgement. Verdict first: the members stand in the order in which they are needed, since a model writes
/// them in this order and the client begins to speak when <see cref="Deciding"/> is in.
/// </summary>
internal static class AssessorSchema
{
    public const string Name = "assessment";

    /// <summary>What the client holds, which the model says to itself before it judges.</summary>
    public const string Holds = "holds";

    public const string Deciding = "judgement";

    public const string Evidence = "evidence";

    public const string Why = "why";

    public static readonly JsonElement Schema = JsonSerializer.SerializeToElement(JsonSchema.Members(
        (Holds, JsonSchema.Text()),
        (Deciding, JsonSchema.Members(
            ("kind", JsonSchema.Choice(AssessorWords.Kinds)),
            ("invites", JsonSchema.Choice(AssessorWords.Invitations)),
            ("feelings", JsonSchema.List(JsonSchema.Members(
                ("feeling", JsonSchema.Choice(AssessorWords.Feelings)), ("strength", JsonSchema.Choice(AssessorWords.Strengths)), ("words", JsonSchema.Text())))),
            ("denies", JsonSchema.Text()),
            ("meaning", JsonSchema.Choice(AssessorWords.Meanings)),
            ("meaningWords", JsonSchema.Text()),
            ("adds", JsonSchema.Choice(AssessorWords.Additions)),
            ("tentative", JsonSchema.Truth()),
            ("checks", JsonSchema.Truth()),
            ("tone", JsonSchema.Choice(AssessorWords.Tones)),
            ("pace", JsonSchema.Choice(AssessorWords.Paces)),
            ("words", JsonSchema.Choice(AssessorWords.Registers)),
            ("presence", JsonSchema.Choice(AssessorWords.Presences)),
            ("moves", JsonSchema.List(JsonSchema.Choice(AssessorWords.Moves))),
            ("breaches", JsonSchema.List(JsonSchema.Members(("breach", JsonSchema.Choice(AssessorWords.Breaches)), ("words", JsonSchema.Text())))),
            ("repair", JsonSchema.List(JsonSchema.Choice(AssessorWords.Repairs))),
            ("sure", JsonSchema.Choice(AssessorWords.Sureness)))),
        (Evidence, JsonSchema.List(JsonSchema.Members(("of", JsonSchema.Choice(AssessorWords.Dimensions)), ("words", JsonSchema.Text())))),
        (Why, JsonSchema.Text())));
}
