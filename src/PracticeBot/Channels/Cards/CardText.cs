namespace PracticeBot.Channels.Cards;

/// <summary>Names the resource file with the words on cards.</summary>
public sealed class CardText;
