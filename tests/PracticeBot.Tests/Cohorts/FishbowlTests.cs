using FsCheck;
using FsCheck.Fluent;
using PracticeBot.Core.Cohorts;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Cohorts;

public sealed class FishbowlTests
{
    private static readonly string[] People = ["ana", "ben", "cara", "dan"];

    private static readonly Fishbowl Two = Fishbowl.Empty.Give("ana").Join("ben");

    [Fact]
    public void The_turn_goes_round_in_the_order_in_which_they_came()
    {
        var three = Two.Join("cara");

        three.Replied("ana").Holder.ShouldBe("ben");
        three.Replied("ana").Replied("ben").Holder.ShouldBe("cara");
        three.Replied("ana").Replied("ben").Pass("cara").Holder.ShouldBe("ana");
    }

    [Fact]
    public void With_one_alone_the_floor_is_open_after_each_reply()
    {
        var alone = Fishbowl.Empty.Give("ana").Replied("ana");

        alone.Holder.ShouldBeNull();
        alone.Hears("ana").ShouldBeTrue();
        alone.Hears("ben").ShouldBeTrue();
        alone.Replied("ben").Holder.ShouldBe("ana");
    }

    [Fact]
    public void Nobody_takes_the_turn_of_another()
    {
        Two.Hears("ben").ShouldBeFalse();
        Two.Pass("ben").ShouldBe(Two);
        Should.Throw<InvalidOperationException>(() => Two.Replied("ben"));
    }

    [Fact]
    public void Nobody_is_called_once_the_whole_circle_was_away()
    {
        Two.Absent().Holder.ShouldBe("ben");
        Two.Absent().Absent().Holder.ShouldBeNull();
        Two.Absent().Replied("ben").Absent().Holder.ShouldBe("ben");
    }

    [Fact]
    public void Whoever_leaves_is_never_called_again() => ForEveryRound(actions =>
    {
        var fishbowl = Fishbowl.Empty;
        foreach (var (person, action) in actions)
        {
            fishbowl = After(fishbowl, person, action);
            if (action == 4)
            {
                fishbowl.Circle.ShouldNotContain(person);
            }
        }
    });

    [Fact]
    public void The_turn_is_always_that_of_one_who_takes_part_and_nobody_sits_twice() => ForEveryRound(actions =>
    {
        var fishbowl = Fishbowl.Empty;
        foreach (var (person, action) in actions)
        {
            fishbowl = After(fishbowl, person, action);
            fishbowl.Circle.ShouldBeUnique();
            fishbowl.Absences.ShouldBeInRange(0, Math.Max(0, fishbowl.Circle.Count - 1));
            if (fishbowl.Holder is { } holder)
            {
                fishbowl.Circle.ShouldContain(holder);
            }
        }
    });

    private static Fishbowl After(Fishbowl fishbowl, string person, int action) => action switch
    {
        0 => fishbowl.Join(person),
        1 => fishbowl.Hears(person) ? fishbowl.Replied(person) : fishbowl,
        2 => fishbowl.Pass(person),
        3 => fishbowl.Absent(),
        4 => fishbowl.Leave(person),
        _ => fishbowl.Give(person),
    };

    private static void ForEveryRound(Action<IReadOnlyList<(string Person, int Action)>> holds)
    {
        var step = Gen.Choose(0, People.Length - 1).SelectMany(person => Gen.Choose(0, 5).Select(action => (People[person], action)));
        Prop.ForAll(step.ListOf().ToArbitrary(), steps => holds([.. steps])).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }
}
