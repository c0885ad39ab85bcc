using System.Diagnostics.Metrics;

namespace PracticeBot.Models;

/// <summary>Counts how far the model is followed: what it could not do, and where others see it otherwise. Never what was said.</summary>
internal sealed class ModelMeter
{
    public const string Name = "PracticeBot";

    private readonly Counter<long> _judged;
    private readonly Counter<long> _filledIn;
    private readonly Counter<long> _goneOn;
    private readonly Counter<long> _invented;

    public ModelMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _judged = meter.CreateCounter<long>("practicebot.assessor.judged", "{reply}", "Replies that the model judged, by whether the embedded assessor sees them quite otherwise.");
        _filledIn = meter.CreateCounter<long>("practicebot.assessor.filled_in", "{reply}", "Replies that the embedded assessor judged because the model could not.");
        _goneOn = meter.CreateCounter<long>("practicebot.voice.gone_on", "{line}", "Lines that the author's words ended because the model could not.");
        _invented = meter.CreateCounter<long>("practicebot.assessor.invented_quotes", "{quotation}", "Quotations that stand nowhere in the reply.");
    }

    public void Judged(bool isDisputed) => _judged.Add(1, KeyValuePair.Create<string, object?>("disputed", isDisputed));

    /// <param name="fault">The kind of fault.</param>
    public void FilledIn(string fault) => _filledIn.Add(1, KeyValuePair.Create<string, object?>("error.type", fault));

    /// <param name="fault">The kind of fault.</param>
    public void GoneOn(string fault) => _goneOn.Add(1, KeyValuePair.Create<string, object?>("error.type", fault));

    public void Invented(int quotations)
    {
        if (quotations > 0)
        {
            _invented.Add(quotations);
        }
    }
}
