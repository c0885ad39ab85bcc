using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PracticeBot.Pages;

/// <summary>Our own styles and scripts, under addresses that change with their content, so that they may be kept for good.</summary>
internal sealed class PageAssets
{
    /// <summary>Where the build puts the libraries that it fetched; the versions stand in <c>build/libraries.json</c> too.</summary>
    private const string FigtreeFiles = "/lib/@fontsource-variable/figtree/5.3.0/files";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".svg"] = "image/svg+xml",
    };

    private readonly FrozenDictionary<string, PageAsset> _assets;

    public PageAssets()
    {
        const string Folder = "Pages.Assets.";
        var assembly = typeof(PageAssets).Assembly;
        _assets = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Load(assembly, name, name[Folder.Length..]))
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    public const string WebChat = "/lib/botframework-webchat/4.18.1/dist/webchat.js";

    public const string Font = $"{FigtreeFiles}/figtree-latin-wght-normal.woff2";

    /// <summary>The address of an asset.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string this[string name] => _assets[name].Address;

    public PageAsset? Find(string hash, string name) =>
        _assets.TryGetValue(name, out var asset) && asset.Hash == hash ? asset : null;

    private static PageAsset Load(Assembly assembly, string resource, string name)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var content = Encoding.UTF8.GetBytes(reader.ReadToEnd());
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(content);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        return new PageAsset(name, hash, ContentTypes[Path.GetExtension(name)], content, small.ToArray());
    }
}

/// <param name="Brotli">The content, compressed.</param>
internal sealed record PageAsset(string Name, string Hash, string ContentType, byte[] Content, byte[] Brotli)
{
    public string Address => $"/assets/{Hash}/{Name}";
}
