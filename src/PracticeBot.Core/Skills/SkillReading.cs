namespace PracticeBot.Core.Skills;

/// <summary>One observation of one skill.</summary>
/// <param name="Score">How well it went, 0 to 1.</param>
public readonly record struct SkillReading(Skill Skill, double Score);
