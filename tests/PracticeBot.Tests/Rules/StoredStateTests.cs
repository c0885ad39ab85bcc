using System.Text.Json;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Rules;

/// <summary>State and events are stored as JSON: what comes back is what went in.</summary>
public sealed class StoredStateTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };

    [Fact]
    public void State_and_events_survive_storing()
    {
        var talk = new Talk(Talk.Client()).Hears(
            Replies.Level4, Replies.Silence, Replies.TentativeWrong, Replies.Advice, Replies.Advice, Replies.Acknowledging);

        var state = JsonSerializer.Deserialize<ClientState>(JsonSerializer.Serialize(talk.State, Options), Options)!;
        (state with { Recent = [] }).ShouldBe(talk.State with { Recent = [] });
        state.Recent.ShouldBe(talk.State.Recent);

        var events = JsonSerializer.Deserialize<List<ClientEvent>>(JsonSerializer.Serialize(talk.Events, Options), Options)!;
        events.ShouldBe(talk.Events);
        (TurnReducer.Fold(talk.Start, events, talk.Persona.Rubric) with { Recent = [] }).ShouldBe(state with { Recent = [] });
    }

    [Fact]
    public void A_repair_that_was_stored_before_easing_was_told_apart_still_reads() =>
        JsonSerializer.Deserialize<ClientEvent>("""{"event":"ruptureRepaired","restored":4,"bonus":5}""", Options)
            .ShouldBe(new ClientEvent.RuptureRepaired(4, 5));

    [Fact]
    public void Every_event_has_a_name_of_its_own()
    {
        var leaves = typeof(ClientEvent).GetNestedTypes();
        var named = typeof(ClientEvent).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>()
            .Select(attribute => attribute.DerivedType);
        named.ShouldBe(leaves, ignoreOrder: true);
    }
}
