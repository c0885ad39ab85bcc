using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HandlebarsDotNet;

namespace PracticeBot.Content.Prompts;

/// <summary>Handlebars as prompts use it: nothing is escaped, and <c>{{json x}}</c> writes a value as JSON.</summary>
internal static class PromptEngine
{
    public const string Json = "json";

    private static readonly IHandlebars Engine = Make();

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    /// <summary>
    /// Apostrophes and letters of any language as they are, so that a model can quote them as they were said; quotation marks, line breaks
    /// and control characters as JSON escapes them, and no angle bracket, so that nothing looks like a tag.
    /// </summary>
    internal static string JsonOf(object? value) => value switch
    {
        null => "null",
        UndefinedBindingResult missing => throw new HandlebarsRuntimeException($"Nothing is called \"{missing.Value}\" here."),
        _ => WithoutUnseen(JsonSerializer.Serialize(value, value.GetType(), Plain)),
    };

    private static string WithoutUnseen(string json)
    {
        if (!json.EnumerateRunes().Any(IsEscaped))
        {
            return json;
        }

        var escaped = new StringBuilder(json.Length);
        foreach (var letter in json.EnumerateRunes())
        {
            if (IsEscaped(letter))
            {
                foreach (var unit in letter.ToString())
                {
                    escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
                }
            }
            else
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Angle brackets, and what is not seen, breaks lines or turns their direction.</summary>
    private static bool IsEscaped(Rune letter) => letter.Value is '<' or '>' || (letter.Value > '~' && Rune.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
