using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace PracticeBot.Embedded.Encoder;

/// <summary>
/// Cuts a text into the pieces that the encoder was trained on: the most probable path, with the quirks of the reference, which are
/// part of the model's behaviour. Colon pieces have no or odd scores; a best score of exactly 0 counts as none yet.
/// </summary>
internal sealed class SentencePieces
{
    private const int Unknown = 0;
    private const int FirstMatched = 6;
    private const char Space = '\u2581';

    private readonly FrozenDictionary<string, (int Id, double Score)> _pieces;
    private readonly FrozenDictionary<string, (int Id, double Score)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    private SentencePieces(FrozenDictionary<string, (int Id, double Score)> pieces)
    {
        _pieces = pieces;
        _lookup = pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _pieces.Keys.Max(piece => piece.Length);
    }

    /// <param name="vocabulary">vocab.json: pairs of a piece and its log probability, or null; the place is the id.</param>
    public static SentencePieces Read(byte[] vocabulary)
    {
        // Compatibility characters and their plain forms are one to the model; without the tables of ICU they would silently differ.
        if ("\uFB01".Normalize(NormalizationForm.FormKC) != "fi")
        {
            throw new EncoderFileException("This system normalises no Unicode (invariant globalization is on, or ICU is missing): install ICU or turn it off.");
        }

        using var pairs = JsonDocument.Parse(vocabulary);
        var pieces = new Dictionary<string, (int, double)>(StringComparer.Ordinal);
        var id = 0;
        foreach (var pair in pairs.RootElement.EnumerateArray())
        {
            if (id >= FirstMatched)
            {
                // Where a piece stands twice, the last one counts.
                pieces[pair[0].GetString()!] = (id, pair[1].ValueKind == JsonValueKind.Number ? pair[1].GetDouble() : 0);
            }

            id++;
        }

        return new SentencePieces(pieces.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The ids of a text's pieces; none for an empty text.</summary>
    public int[] IdsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? [] : BestPath(Space + Normalized(text).Replace(' ', Space));
    }

    private static string Normalized(string text) =>
        Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKC);

    /// <summary>Normalising refuses lone surrogates and U+FFFE. Both are unknown to the model, as their replacement is.</summary>
    private static string WellFormed(string text)
    {
        var runes = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            runes.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        }

        return runes.ToString();
    }

    private int[] BestPath(ReadOnlySpan<char> text)
    {
        var steps = ArrayPool<Step>.Shared.Rent(text.Length + 1);
        try
        {
            var path = steps.AsSpan(0, text.Length + 1);
            path.Clear();
            for (var start = 0; start < text.Length; start += SymbolLength(text[start..]))
            {
                var found = false;
                var longest = Math.Min(_longest, text.Length - start);
                for (var length = 1; length <= longest; length++)
                {
                    if (_lookup.TryGetValue(text.Slice(start, length), out var piece))
                    {
                        found = true;
                        Reach(path, start, length, piece.Id, piece.Score);
                    }
                }

                if (!found)
                {
                    Reach(path, start, SymbolLength(text[start..]), Unknown, 0);
                }
            }

            return Walk(path);
        }
        finally
        {
            ArrayPool<Step>.Shared.Return(steps);
        }
    }

    private static void Reach(Span<Step> path, int start, int length, int id, double score)
    {
        var total = score + path[start].Best;
        ref var end = ref path[start + length];
        if (end.Best == 0 || total >= end.Best)
        {
            end = new Step(total, start, id);
        }
    }

    /// <summary>From the end to the beginning; neighbouring unknowns are one.</summary>
    private static int[] Walk(ReadOnlySpan<Step> path)
    {
        var ids = new List<int>();
        for (var at = path.Length - 1; at > 0; at = path[at].From)
        {
            if (path[at].Id != Unknown || ids.Count == 0 || ids[^1] != Unknown)
            {
                ids.Add(path[at].Id);
            }
        }

        ids.Reverse();
        return [.. ids];
    }

    private static int SymbolLength(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]) ? 2 : 1;

    private readonly record struct Step(double Best, int From, int Id);
}
