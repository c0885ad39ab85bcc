using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>A breach and the words that are it.</summary>
internal readonly record struct BreachFinding(Breach Breach, Span Span);

/// <summary>A move and the words that show it.</summary>
internal readonly record struct MoveFinding(Move Move, Span Span);
