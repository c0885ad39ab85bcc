using System.Text;
using System.Text.Json;

namespace PracticeBot.Models.Assessing;

/// <summary>
/// Reads a model's judgement as it comes in: what decides as soon as it is whole, the rest at the end. Prose before and after the JSON is
/// passed over; smaller models write some whatever they are asked.
/// </summary>
internal sealed class AnswerReader
{
    /// <summary>In UTF-16 code units: several times what any judgement needs.</summary>
    private const int Longest = 16 * 1024;

    private static readonly JsonSerializerOptions Members = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    private readonly StringBuilder _text = new();

    /// <summary>More has come than any judgement needs.</summary>
    public bool IsTooLong => _text.Length > Longest;

    public void Add(string chunk) => _text.Append(chunk);

    /// <summary>What decides, once its last brace is in; null before.</summary>
    /// <param name="chunk">The chunk that was added last: only a closing brace in it can have made a difference.</param>
    /// <exception cref="AnswerFaultException">It is in, and it can't be used.</exception>
    public DecidingAnswer? Deciding(string chunk) => chunk.Contains('}', StringComparison.Ordinal) ? Deciding() : null;

    /// <exception cref="AnswerFaultException">It is in, and it can't be used.</exception>
    public DecidingAnswer? Deciding() =>
        Member(AssessorSchema.Deciding, isEnd: false) is { } member ? Read<DecidingAnswer>(member) : null;

    /// <summary>Evidence and reasons, as far as they came; a broken end costs no more than what it held.</summary>
    public ExplainingAnswer Explaining()
    {
        try
        {
            var evidence = Member(AssessorSchema.Evidence, isEnd: false) is { } list ? Read<Quotation[]>(list) : [];
            var why = Member(AssessorSchema.Why, isEnd: false) is { } text ? Read<string>(text) : null;
            return new ExplainingAnswer(evidence, why);
        }
        catch (AnswerFaultException)
        {
            return new ExplainingAnswer([], Why: null);
        }
    }

    private static T Read<T>(JsonElement member)
    {
        try
        {
            return member.Deserialize<T>(Members) ?? throw new AnswerFaultException(AnswerFault.WrongShape);
        }
        catch (JsonException)
        {
            throw new AnswerFaultException(AnswerFault.WrongShape);
        }
    }

    /// <summary>A member of the outermost object, once it is whole; null before.</summary>
    /// <exception cref="AnswerFaultException">What came is no JSON.</exception>
    private JsonElement? Member(string name, bool isEnd)
    {
        var text = _text.ToString();
        var start = text.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text[start..]), isEnd, default);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                if (isIt)
                {
                    return JsonElement.TryParseValue(ref reader, out var value) ? value : null;
                }

                if (!reader.Read() || !reader.TrySkip())
                {
                    return null;
                }
            }

            return null;
        }
        catch (JsonException)
        {
            throw new AnswerFaultException(AnswerFault.NotJson);
        }
    }
}
