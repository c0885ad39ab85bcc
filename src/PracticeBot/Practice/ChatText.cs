namespace PracticeBot.Practice;

/// <summary>Names the resource file with everything that the bot says in its own voice.</summary>
public sealed class ChatText;
