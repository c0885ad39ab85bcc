using System.Globalization;
using System.Resources;

namespace PracticeBot.Hosting;

/// <summary>What the host says on the console (HostingTexts.resx).</summary>
internal static class HostingTexts
{
    private static readonly ResourceManager Texts = new(typeof(HostingTexts));

    public static string Open(string address) => Filled(nameof(Open), address);

    public static string Data(string place) => Filled(nameof(Data), place);

    private static string Filled(string name, string value) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(name, CultureInfo.CurrentUICulture)!, value);
}
