using System.Globalization;
using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>How well a model kept to its part in an audition.</summary>
internal sealed class Fidelity
{
    private readonly SortedDictionary<string, int> _judgingFaults = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _speakingFaults = new(StringComparer.Ordinal);
    private int _judged;
    private int _spoken;
    private int _disputed;
    private long _input;
    private long _cached;
    private long _output;
    private decimal? _cost;

    /// <summary>A line that broke a rule of the guard on both tries, or a judgement that could not be used.</summary>
    public bool HasFindings => _judgingFaults.Count > 0 || _speakingFaults.Keys.Any(fault => Enum.TryParse<LineFault>(fault, out _));

    public void Add(PlayedTurn turn)
    {
        if (turn.AssessorWork is { } judging)
        {
            Count(judging, _judgingFaults, ref _judged);
            _disputed += judging.IsDisputed ? 1 : 0;
        }

        if (turn.VoiceWork is { } speaking)
        {
            Count(speaking, _speakingFaults, ref _spoken);
        }
    }

    /// <summary>A line a figure; none where no model was asked.</summary>
    public IEnumerable<string> Lines()
    {
        if (_judged + _judgingFaults.Values.Sum() > 0)
        {
            yield return CommandTexts.FidelityJudged(_judged, Told(_judgingFaults), _disputed);
        }

        if (_spoken + _speakingFaults.Values.Sum() > 0)
        {
            yield return CommandTexts.FidelitySpoken(_spoken, Told(_speakingFaults));
        }

        if (_input > 0)
        {
            yield return CommandTexts.FidelityTokens(_input, _cached, _output, _cost?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–");
        }
    }

    /// <summary>Who judged, who spoke, and why it was not the model where it was asked.</summary>
    public static IEnumerable<string> Of(PlayedTurn turn)
    {
        if (turn.AssessorWork is { } judging)
        {
            yield return $"judged by {(turn.Result is AssessmentResult.Judged { Assessment.Assessor: var assessor } ? assessor.Code() : "embedded")}{Why(judging)}";
        }

        if (turn.VoiceWork is { } speaking)
        {
            yield return $"spoken by {(speaking.Fault is null ? "model" : "script")}{Why(speaking)}";
        }

        static string Why(ModelWork work) => work.Fault is null ? string.Empty : $" ({work.Fault})";
    }

    private void Count(ModelWork work, SortedDictionary<string, int> faults, ref int done)
    {
        if (work.Fault is { } fault)
        {
            faults[fault] = faults.GetValueOrDefault(fault) + 1;
        }
        else
        {
            done++;
        }

        _input += work.Input;
        _cached += work.CachedInput;
        _output += work.Output;
        _cost = work.Cost is { } cost ? (_cost ?? 0) + cost : _cost;
    }

    private static string Told(SortedDictionary<string, int> faults) =>
        faults.Count == 0 ? "0" : string.Join(", ", faults.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));
}
