using System.Text.Json.Nodes;

namespace PracticeBot.Tests.Models;

/// <summary>Judgements as a model would write them.</summary>
internal static class ModelAnswers
{
    /// <summary>To "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try."</summary>
    public static JsonObject Attuned() => Judgement(judgement =>
    {
        judgement["feelings"] = new JsonArray(Feeling("worthlessness", "strong", "can't get it right"));
        judgement["meaning"] = "core";
        judgement["meaningWords"] = "letting people down";
        judgement["adds"] = "implicit";
        judgement["moves"] = new JsonArray("reflection.complex");
    });

    public static JsonObject Judgement(Action<JsonObject>? change = null)
    {
        var judgement = new JsonObject
        {
            ["kind"] = "offering", ["invites"] = "none", ["feelings"] = new JsonArray(), ["denies"] = "", ["meaning"] = "none", ["meaningWords"] = "",
            ["adds"] = "nothing", ["tentative"] = false, ["checks"] = false, ["tone"] = "carries-it", ["pace"] = "steady", ["words"] = "their-own", ["presence"] = "stays",
            ["moves"] = new JsonArray(), ["breaches"] = new JsonArray(), ["repair"] = new JsonArray(), ["sure"] = "very",
        };
        change?.Invoke(judgement);
        return new JsonObject
        {
            ["holds"] = "She feels that she is the one who lets everybody down.",
            ["judgement"] = judgement,
            ["evidence"] = new JsonArray(new JsonObject { ["of"] = "attunement.words", ["words"] = "letting people down" }),
            ["why"] = "You gave back the weight of it in her own words.",
        };
    }

    public static JsonObject Feeling(string feeling, string strength, string words) => new() { ["feeling"] = feeling, ["strength"] = strength, ["words"] = words };

    public static JsonObject Breach(string breach, string words) => new() { ["breach"] = breach, ["words"] = words };
}
