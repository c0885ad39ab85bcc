using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Skills;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>Makes a learner's meetings, the oldest first, into what the progress page and card show.</summary>
internal sealed class ProgressSums(IReadOnlyList<ProgressMeeting> meetings)
{
    private const int RegularDays = 28;
    private const double WentBadly = 0.5;

    public ProgressView View(IReadOnlyList<Persona> clients, long now)
    {
        var (profile, history) = Estimates();
        return new ProgressView(
            [.. Enum.GetValues<Skill>().Select(skill => Of(skill, profile, history[skill]))],
            [.. meetings.Reverse().Select(meeting => new ProgressSession(
                meeting.Session.Id, meeting.Session.StartedAt, meeting.Persona.Name, meeting.Session.Kind, meeting.Replies.Count, meeting.Feeds))],
            NextPractice.Choose(profile, Options(clients)),
            Ratings(),
            Days(now));
    }

    private (SkillProfile Profile, ILookup<Skill, SkillPoint> History) Estimates()
    {
        var profile = SkillProfile.Unknown;
        var points = new List<(Skill Skill, SkillPoint Point)>();
        foreach (var meeting in meetings)
        {
            var readings = meeting.FirstReadings().ToList();
            if (readings.Count == 0)
            {
                continue;
            }

            profile = readings.Aggregate(profile.Drifted(), (known, one) => known.After(one.Reading, meeting.Persona, one.Layer));
            points.AddRange(readings.Select(one => one.Reading.Skill).Distinct().Select(skill =>
                (skill, new SkillPoint(meeting.Session.StartedAt, meeting.Persona.Name, profile[skill]))));
        }

        return (profile, points.ToLookup(pair => pair.Skill, pair => pair.Point));
    }

    private SkillProgress Of(Skill skill, SkillProfile profile, IEnumerable<SkillPoint> history)
    {
        var first = meetings.SelectMany(meeting => meeting.FirstReadings().Where(one => one.Reading.Skill == skill).Select(one => (Place(meeting, one.Layer), one.Reading.Score)))
            .GroupBy(pair => pair.Item1, pair => pair.Score)
            .ToDictionary(group => group.Key, group => group.Average());
        var gains = meetings.SelectMany(meeting => meeting.LaterReadings().Where(one => one.Reading.Skill == skill).Select(one => (Place(meeting, one.Layer), one.Reading.Score)))
            .Where(pair => first.ContainsKey(pair.Item1))
            .Select(pair => pair.Score - first[pair.Item1])
            .ToList();
        return new SkillProgress(skill, profile[skill], [.. history], gains.Count > 0 ? gains.Average() : null, gains.Count);
    }

    /// <summary>Every client not yet met, and every moment that went badly the first time and not well since.</summary>
    private List<PracticeOption> Options(IReadOnlyList<Persona> clients)
    {
        var met = meetings.Select(meeting => meeting.Session.PersonaId).ToHashSet(StringComparer.Ordinal);
        var missed = meetings
            .SelectMany(meeting => meeting.Replies.Select(reply => (Place: Place(meeting, reply.Layer), reply.Turn)))
            .Where(pair => pair.Turn.Verdict is not (Verdict.Neutral or Verdict.Unavailable))
            .GroupBy(pair => pair.Place)
            .Where(group => group.Average(pair => pair.Turn.Verdict is Verdict.Missed or Verdict.Harmful ? 1 : 0) >= WentBadly)
            .Select(group => group.Key)
            .ToHashSet();
        return
        [
            .. clients.Where(client => !met.Contains(client.Id.Value)).Select(client => new PracticeOption(client, null)),
            .. clients.SelectMany(client => client.Layers.Select((layer, index) => (client, layer, index)))
                .Where(one => missed.Contains((one.client.Id.Value, one.layer.Id)))
                .Select(one => new PracticeOption(one.client, one.index)),
        ];
    }

    private RatingGap? Ratings()
    {
        var gaps = meetings.Where(meeting => !meeting.IsUnscored).SelectMany(meeting => meeting.Replies)
            .Select(reply => reply.Turn.SelfRating - SelfRating.Of(reply.Turn.Verdict, reply.Turn.Level))
            .OfType<int>()
            .ToList();
        return gaps.Count > 0 ? new RatingGap(gaps.Average(), gaps.Count) : null;
    }

    private int Days(long now)
    {
        var today = DayOf(now);
        return meetings.SelectMany(meeting => meeting.Replies).Select(reply => DayOf(reply.Turn.At)).Distinct()
            .Count(day => day <= today && day > today - RegularDays);

        static long DayOf(long at) => at / (24L * 60 * 60 * 1000);
    }

    /// <summary>By id: a layer keeps its place when its file is edited.</summary>
    private static (string Persona, string Layer) Place(ProgressMeeting meeting, int layer) =>
        (meeting.Session.PersonaId, meeting.Persona.Layers[Math.Clamp(layer, 0, meeting.Persona.Layers.Count - 1)].Id);
}
