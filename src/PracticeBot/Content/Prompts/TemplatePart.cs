namespace PracticeBot.Content.Prompts;

/// <summary>A piece of a message's body.</summary>
/// <param name="Offset">In the template.</param>
/// <param name="Source">As Handlebars is given it.</param>
internal abstract record TemplatePart(int Offset, string Source)
{
    public sealed record Text(int Offset, string Source) : TemplatePart(Offset, Source);

    /// <summary>A value as it is.</summary>
    public sealed record Plain(string Path, int Offset, string Source) : TemplatePart(Offset, Source);

    /// <summary>A value as JSON.</summary>
    public sealed record Json(string Path, int Offset, string Source) : TemplatePart(Offset, Source);

    public sealed record Open(string Block, string Path, int Offset, string Source) : TemplatePart(Offset, Source);

    /// <param name="Path">Of a further condition, else null.</param>
    public sealed record Else(string? Path, int Offset, string Source) : TemplatePart(Offset, Source);

    public sealed record Close(string Block, int Offset, string Source) : TemplatePart(Offset, Source);

    public sealed record Comment(int Offset, string Source) : TemplatePart(Offset, Source);
}
