using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace PracticeBot.Hosting;

/// <summary>Tells apart what whoever set the program up can mend from what is a fault of the program.</summary>
internal static class WrongSettings
{
    /// <summary>Sentences that say what to mend; null where it is no matter of settings.</summary>
    public static IEnumerable<string>? In(Exception fault) => fault switch
    {
        OptionsValidationException wrong => wrong.Failures,
        InvalidDataException { InnerException: FormatException { InnerException: JsonException json } } =>
            [$"{fault.Message} It is not JSON{At(json)}. Example: {{ \"Practice\": {{ \"Pacing\": \"none\" }} }}"],
        _ => null,
    };

    private static string At(JsonException json) =>
        json.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1})") : string.Empty;
}
