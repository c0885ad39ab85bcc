using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PracticeBot.Channels.Teams.Package;

/// <summary>What stands in the manifest and is not the same for everyone.</summary>
/// <param name="AppId">The bot's app id; the Teams app bears the same one.</param>
/// <param name="Site">Where the bot's pages are; https.</param>
/// <param name="Version">Of the program.</param>
internal sealed record AppOwner(Guid AppId, Uri Site, string Developer, Uri Privacy, Uri Terms, Version Version);

/// <summary>The Teams app: a zip with the manifest, its icons and its words in other languages. The same input gives the same bytes.</summary>
internal static class AppPackage
{
    private const string Manifest = "manifest.json";

    private const string Folder = "TeamsPackage/";

    /// <summary>The earliest that a zip can say: when it was made is nobody's concern.</summary>
    private static readonly DateTimeOffset Made = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Every letter as itself: the file is read by people too, and by no browser.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Files = ["color.png", "outline.png", "de.json", "es.json", "fr.json"];

    public static void Write(AppOwner owner, Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        using var manifest = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(ManifestOf(owner), Readable));
        Add(zip, Manifest, manifest);
        foreach (var file in Files)
        {
            using var content = Open(file);
            Add(zip, file, content);
        }
    }

    private static JsonObject ManifestOf(AppOwner owner)
    {
        using var template = Open(Manifest);
        var manifest = JsonNode.Parse(template)!.AsObject();
        manifest["id"] = owner.AppId.ToString();
        manifest["version"] = owner.Version.ToString(fieldCount: 3);
        manifest["developer"] = new JsonObject
        {
            ["name"] = owner.Developer,
            ["websiteUrl"] = owner.Site.AbsoluteUri,
            ["privacyUrl"] = owner.Privacy.AbsoluteUri,
            ["termsOfUseUrl"] = owner.Terms.AbsoluteUri,
        };
        manifest["bots"]![0]!["botId"] = owner.AppId.ToString();
        manifest["validDomains"] = new JsonArray(owner.Site.IdnHost);
        return manifest;
    }

    private static Stream Open(string file) => typeof(AppPackage).Assembly.GetManifestResourceStream(Folder + file)!;

    private static void Add(ZipArchive zip, string name, Stream content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Made;
        using var target = entry.Open();
        content.CopyTo(target);
    }
}
