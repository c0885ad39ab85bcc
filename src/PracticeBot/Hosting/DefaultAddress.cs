namespace PracticeBot.Hosting;

/// <summary>Where the host listens if nobody says.</summary>
internal static class DefaultAddress
{
    private const string Address = "http://localhost:3978";

    private static readonly string[] Keys = ["urls", "http_ports", "https_ports"];

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (Keys.All(key => string.IsNullOrWhiteSpace(configuration[key])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Address);
        }
    }
}
