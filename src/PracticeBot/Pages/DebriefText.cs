namespace PracticeBot.Pages;

/// <summary>Names the resource file with the words of the debrief.</summary>
public sealed class DebriefText;
