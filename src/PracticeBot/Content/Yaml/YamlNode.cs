namespace PracticeBot.Content.Yaml;

/// <summary>A piece of a YAML file, with its place.</summary>
public abstract record YamlNode
{
    private YamlNode(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>Nothing is written here: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public bool IsEmpty => this is Text { IsPlain: true, Value: "" or "~" or "null" };

    /// <param name="IsPlain">Written without quotes.</param>
    public sealed record Text(string Value, bool IsPlain, Place Place) : YamlNode(Place);

    public sealed record List(IReadOnlyList<YamlNode> Items, Place Place) : YamlNode(Place);

    public sealed record Map(IReadOnlyList<YamlEntry> Entries, Place Place) : YamlNode(Place);
}

/// <summary>One key of a map with what stands under it.</summary>
public sealed record YamlEntry(YamlNode.Text Key, YamlNode Value);
