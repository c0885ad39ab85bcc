namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>Cuts a text into words and sentences and keeps every word's place in the text as received.</summary>
internal static class Tokenizer
{
    /// <summary>Cuts <paramref name="text"/>, the spans in <paramref name="skip"/> left out.</summary>
    public static (List<Token> Tokens, List<Sentence> Sentences) Split(string text, List<(int Start, int End)> skip, Speller? speller)
    {
        var builder = new Builder(text, speller);
        var next = 0;
        for (var at = 0; at < text.Length;)
        {
            if (next < skip.Count && skip[next].Start == at)
            {
                at = skip[next++].End;
                builder.Separate(Break.Strong);
                continue;
            }

            if (IsWordLetter(text[at]))
            {
                var end = at + 1;
                while (end < text.Length && (IsWordLetter(text[end]) || (IsApostrophe(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
                {
                    end++;
                }

                builder.Word(at, end);
                at = end;
            }
            else
            {
                builder.Mark(ref at);
            }
        }

        return builder.Done();
    }

    private static bool IsWordLetter(char letter) => char.IsLetterOrDigit(letter);

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or 'ʼ' or '´';

    private sealed class Builder(string text, Speller? speller)
    {
        private readonly List<Token> tokens = [];
        private readonly List<Sentence> sentences = [];
        private Break pending = Break.Sentence;
        private char closing;
        private int first;

        public void Separate(Break strength) => pending = strength > pending ? strength : pending;

        public void Word(int start, int end)
        {
            if (pending == Break.Sentence)
            {
                Close();
            }

            var raw = text[start..end];
            foreach (var word in Words(raw))
            {
                Append(word, start, end - start);
            }
        }

        public void Mark(ref int at)
        {
            var mark = text[at];
            switch (mark)
            {
                case '.' or '…':
                    var dots = 0;
                    while (at < text.Length && (text[at] is '.' or '…' || (text[at] == ' ' && at + 1 < text.Length && text[at + 1] == '.')))
                    {
                        dots += text[at] == '…' ? 3 : text[at] == '.' ? 1 : 0;
                        at++;
                    }

                    if (dots > 1)
                    {
                        Separate(Break.Strong);
                    }
                    else
                    {
                        End('.');
                    }

                    return;
                case '?' or '!' or '\n' or '\r':
                    End(mark is '\r' ? '\n' : mark);
                    break;
                case ',':
                    Separate(Break.Comma);
                    break;
                case '—' or '–' or ';' or ':' or '(' or ')' or '[' or ']' or '"' or '“' or '”':
                    Separate(Break.Strong);
                    break;
                case '-' when at + 1 < text.Length && (text[at + 1] is '-' or ' ') && at > 0:
                    Separate(Break.Strong);
                    break;
                default:
                    break;
            }

            at++;
        }

        public (List<Token> Tokens, List<Sentence> Sentences) Done()
        {
            Close();
            return (tokens, sentences);
        }

        private IEnumerable<string> Words(string raw)
        {
            var lower = raw.ToLowerInvariant();
            foreach (var apostrophe in "’‘`ʼ´")
            {
                lower = lower.Replace(apostrophe, '\'');
            }

            foreach (var word in Contractions.Undo(lower))
            {
                if (speller is null || speller.Knows(word))
                {
                    yield return BritishSpelling.Of(word);
                    continue;
                }

                // A mended word may itself be a contraction: "dotn" is "dont".
                foreach (var mended in Contractions.Undo(speller.Mend(word)))
                {
                    yield return BritishSpelling.Of(mended);
                }
            }
        }

        private void Append(string word, int start, int length)
        {
            if (tokens.Count > first && word is "one" && tokens[^1] is { Text: "no" } no && pending == Break.None)
            {
                tokens[^1] = no with { Text = "nobody", Stem = "nobody", Length = start + length - no.Start };
                return;
            }

            if (word is "own" && tokens.Count >= 2 && tokens[^1].Text == "is" && tokens[^2].Text == "it" && tokens[^1].Start == tokens[^2].Start)
            {
                tokens.RemoveAt(tokens.Count - 1);
                tokens[^1] = tokens[^1] with { Text = "its", Stem = "its" };
            }

            tokens.Add(new Token(word, Stemmer.Stem(word), start, length, tokens.Count == first ? Break.Sentence : pending) { Sentence = sentences.Count });
            pending = Break.None;
        }

        private void End(char mark)
        {
            closing = closing == '?' ? '?' : mark;
            Separate(Break.Sentence);
        }

        private void Close()
        {
            if (tokens.Count > first)
            {
                sentences.Add(new Sentence(first, tokens.Count, closing));
                first = tokens.Count;
            }

            closing = '\0';
            pending = Break.None;
        }
    }
}
