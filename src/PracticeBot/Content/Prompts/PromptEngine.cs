using System.Globalization;
using System.Text.Json;
using HandlebarsDotNet;

namespace PracticeBot.Content.Prompts;

/// <summary>Handlebars as prompts use it: nothing is escaped, and <c>{{json x}}</c> writes a value as JSON.</summary>
internal static class PromptEngine
{
    public const string Json = "json";

    private static readonly IHandlebars Engine = Make();

    /// <param name="source">Tags that <see cref="TagReader"/> let in, and text.</param>
    public static Func<object, string> Compile(string source)
    {
        var template = Engine.Compile(source);
        return values => template(values);
    }

    private static IHandlebars Make()
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration
        {
            NoEscape = true, ThrowOnUnresolvedBindingExpression = true, FormatProvider = CultureInfo.InvariantCulture,
        });
        engine.RegisterHelper(Json, static (EncodedTextWriter output, Context _, Arguments arguments) =>
            output.WriteSafeString(JsonOf(arguments[0])));
        return engine;
    }

    /// <summary>The standard encoder writes quotes, line breaks, &lt;, &gt; and all that is not plain Latin as escapes.</summary>
    private static string JsonOf(object? value) => value switch
    {
        null => "null",
        UndefinedBindingResult missing => throw new HandlebarsRuntimeException($"Nothing is called \"{missing.Value}\" here."),
        _ => JsonSerializer.Serialize(value, value.GetType()),
    };
}
