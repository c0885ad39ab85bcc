namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>How far a reply takes up what the client told.</summary>
/// <param name="Own">Weight of the client's own words and pictures in it.</param>
/// <param name="New">Weight of what it says beside them.</param>
/// <param name="OfLine">Share of the client's last line that it gives back, 0 to 1.</param>
/// <param name="IsOfClient">It speaks of the client, not of the helper or of somebody else.</param>
/// <param name="NamesClient">A statement says "you".</param>
/// <param name="IsOthersStory">A sentence opens with somebody else's doing.</param>
/// <param name="GoesBeneath">It likens, speaks the inner voice, or says what is left unsaid.</param>
internal readonly record struct Uptake(double Own, double New, double OfLine, bool IsOfClient, bool NamesClient, bool IsOthersStory, bool GoesBeneath)
{
    private const double Enough = 2;
    private const double Little = 1;
    private const double Some = 1;
    private const double MostOfIt = 0.5;

    /// <summary>A reflection made of the client's own story, or a picture for it.</summary>
    public bool IsReflection => IsOfClient
        && (Own >= Enough || (Own >= Little && GoesBeneath && New >= Some) || (!IsOthersStory && GoesBeneath && New >= Enough));

    /// <summary>The client's story given back, in the client's words or others, with little added.</summary>
    public bool IsRestatement => IsOfClient && Own >= Enough && (OfLine >= MostOfIt || Own >= New);

    /// <summary>It says more than the client did.</summary>
    public bool AddsToStory => (New >= Enough && New >= Own) || (New >= Some && GoesBeneath);
}
