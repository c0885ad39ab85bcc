namespace PracticeBot.Pages;

/// <summary>Names the resource file with the words of the pages.</summary>
public sealed class PageText;
