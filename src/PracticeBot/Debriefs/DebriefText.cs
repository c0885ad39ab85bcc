namespace PracticeBot.Debriefs;

/// <summary>Names the resource file with the words of a look back.</summary>
public sealed class DebriefText;
