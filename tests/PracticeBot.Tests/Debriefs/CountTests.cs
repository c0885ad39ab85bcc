using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Debriefs;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Tests.Rules;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Debriefs;

/// <summary>What is counted and marked over a talk.</summary>
public sealed class CountTests
{
    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Counts_are_shown_from_ten_replies_on(int replies, bool isEnough) =>
        MitiSummary.Of(Enumerable.Repeat(Did(Move.QuestionOpen), replies)).IsEnough.ShouldBe(isEnough);

    [Fact]
    public void Silence_and_what_stands_outside_the_role_play_are_not_counted()
    {
        var summary = MitiSummary.Of([Replies.Silence, Replies.OutOfRole, Replies.OffTopic, Did(Move.QuestionOpen)]);
        summary.ShouldBe(new MitiSummary(1, 0, 0, 1));
    }

    [Fact]
    public void A_reply_counts_as_one_reflection_at_most_and_as_one_question_at_most() =>
        MitiSummary.Of([Did(Move.ReflectionSimple, Move.ReflectionComplex, Move.QuestionOpen, Move.QuestionClosed)])
            .ShouldBe(new MitiSummary(1, 0, 1, 1));

    [Theory]
    [InlineData(4, 5, MitiBand.Below)]
    [InlineData(5, 5, MitiBand.Fair)]
    [InlineData(9, 5, MitiBand.Fair)]
    [InlineData(10, 5, MitiBand.Good)]
    [InlineData(3, 0, MitiBand.Good)]
    [InlineData(0, 0, null)]
    public void Reflections_are_set_against_questions(int reflections, int questions, MitiBand? band) =>
        new MitiSummary(20, reflections, 0, questions).RatioBand.ShouldBe(band);

    [Theory]
    [InlineData(7, 3, MitiBand.Below)]
    [InlineData(6, 4, MitiBand.Fair)]
    [InlineData(5, 5, MitiBand.Good)]
    [InlineData(0, 0, null)]
    public void Complex_ones_are_set_against_all_reflections(int simple, int complex, MitiBand? band) =>
        new MitiSummary(20, simple, complex, 5).ComplexBand.ShouldBe(band);

    [Fact]
    public void Overlapping_evidence_is_cut_where_it_begins_and_ends()
    {
        var parts = MarkedReply.Parts("a heavy weight", [new(2, 5, "one"), new(4, 10, "two")]);

        parts.Select(part => part.Text).ShouldBe(["a ", "he", "avy", " weight"]);
        parts.Select(part => string.Join('+', part.Dimensions)).ShouldBe(["", "one", "one+two", "two"]);
    }

    [Fact]
    public void No_letter_is_cut_in_two_and_what_lies_outside_is_left_out()
    {
        const string Reply = "so 😔 sad";
        MarkedReply.Parts(Reply, [new(4, 2, "half"), new(7, 40, "outside"), new(-1, 3, "before")])
            .Select(part => part.Text).ShouldBe(["so ", "😔 ", "sad"]);
    }

    /// <summary>Whatever the evidence, the parts are the reply.</summary>
    [Fact]
    public void The_parts_are_the_reply_letter_for_letter()
    {
        const string Reply = "I hear 😔 you, and it's \"heavy\".";
        for (var start = 0; start < Reply.Length; start++)
        {
            for (var length = 1; start + length <= Reply.Length; length++)
            {
                string.Concat(MarkedReply.Parts(Reply, [new(start, length, "one"), new(3, 9, "two")]).Select(part => part.Text)).ShouldBe(Reply);
            }
        }
    }

    [Fact]
    public void Words_for_feelings_are_counted_as_they_were_said_and_the_helpers_own_are_not()
    {
        var words = FeelingWords.In(["You feel so ashamed.", "Ashamed, and lonely with it.", "I'm glad you told me."]);

        words[0].ShouldBe(new FeelingWord("ashamed", 2));
        words.ShouldContain(new FeelingWord("lonely", 1));
        words.ShouldNotContain(word => word.Word == "glad");
    }

    [Fact]
    public void Every_code_has_words()
    {
        var words = DebriefTexts.Words();
        string[] codes =
        [
            .. Enum.GetValues<Move>().Select(move => $"Mark.move.{move.Code()}"),
            .. Enum.GetValues<Breach>().Select(breach => $"Mark.breach.{breach.Code()}"),
            .. Enum.GetValues<EmotionMatch>().Select(match => $"Mark.accuracy.emotion.{match.Code()}"),
            .. Enum.GetValues<MeaningMatch>().Select(match => $"Mark.accuracy.meaning.{match.Code()}"),
            .. Enum.GetValues<EmotionFamily>().Select(family => $"Feeling{family}"),
            .. Enum.GetValues<Verdict>().Select(verdict => $"Verdict{verdict}"),
            .. Enum.GetValues<MitiBand>().Select(band => $"Band{band}"),
            .. Enum.GetValues<AssessorKind>().Select(assessor => $"JudgedBy{assessor}"),
        ];
        codes.ShouldAllBe(code => words[code] != code);
    }

    private static Assessment Did(params Move[] moves) => Replies.Level3 with { Moves = moves };

    private static ClientEvent.RuptureOpened Opened(RuptureKind kind) =>
        new(new RuptureState.Open { InForce = kind, Depth = 1, Cause = "advice", TrustBefore = 50 });
}
