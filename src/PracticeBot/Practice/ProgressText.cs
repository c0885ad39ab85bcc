namespace PracticeBot.Practice;

/// <summary>Names the resource file with the words about a learner's progress, on the page and on the card.</summary>
public sealed class ProgressText;
