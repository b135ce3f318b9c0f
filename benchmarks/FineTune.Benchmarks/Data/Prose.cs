using System.Text;

namespace FineTune.Benchmarks.Data;

/// <summary>Makes text: prose with Markdown, code, and prose of other scripts.</summary>
internal sealed class Prose(SeededDraws draws)
{
    private readonly Lexicon english = Lexicon.English();
    private readonly Lexicon names = Lexicon.Of(false, ('a', 'z'));

    private readonly (Lexicon Words, string Space, string Stop, string Comma)[] scripts =
    [
        (Lexicon.Of(false, (0x4E00, 0x9FFF)), "", "。", "，"),
        (Lexicon.Of(false, (0x3040, 0x30FF), (0x4E00, 0x9FFF)), "", "。", "、"),
        (Lexicon.Of(true, (0xAC00, 0xD7A3)), " ", ".", ","),
        (Lexicon.Of(true, (0x0400, 0x045F)), " ", ".", ","),
        (Lexicon.Of(true, (0x0620, 0x064A)), " ", ".", "،"),
        (Lexicon.Of(true, (0x0900, 0x097F)), " ", "।", ","),
        (Lexicon.Of(true, (0x05D0, 0x05EA)), " ", ".", ","),
        (Lexicon.Of(true, (0x0370, 0x03FF)), " ", ".", ","),
        (Lexicon.Of(false, (0x0E00, 0x0E7F)), "", " ", " "),
        (Lexicon.Of(true, ('a', 'z'), (0xC0, 0x24F)), " ", ".", ","),
    ];

    private readonly FarScripts far = new(draws);

    /// <summary>About so many characters of one kind.</summary>
    public string Text(int length, Language language)
    {
        var text = new StringBuilder();
        var kind = language == Language.Mixed ? draws.Below(100) : 99;
        while (text.Length < length)
        {
            if (language == Language.BeyondFirstPlane)
            {
                far.Sentence(text);
            }
            else if (kind < 76)
            {
                Paragraph(text, length);
            }
            else if (kind < 96)
            {
                Code(text, length);
            }
            else
            {
                Foreign(text, length);
            }
        }

        return text.ToString();
    }

    private void Paragraph(StringBuilder text, int length)
    {
        var shape = draws.Below(12);
        if (shape == 0)
        {
            text.Append('#', 1 + draws.Below(3)).Append(' ');
        }

        for (var sentences = shape < 2 ? 0 : draws.Below(6); sentences >= 0 && text.Length < length; sentences--)
        {
            Sentence(text, shape);
        }

        text.Append(shape < 5 ? "\n" : "\n\n");
    }

    private void Sentence(StringBuilder text, int shape)
    {
        text.Append(shape is 3 or 4 ? "- " : string.Empty);
        for (var (place, words) = (0, 4 + draws.Below(20)); place < words; place++)
        {
            var word = EnglishWord();
            text.Append(place == 0 || draws.OneIn(25) ? Capital(word) : word);
            text.Append(draws.OneIn(40) ? draws.Pick("'s", "n't", "'re", "'ll", "\u2019s") : string.Empty);
            text.Append(place == words - 1 ? draws.Pick(". ", ". ", ". ", "? ", "! ", ": ") : draws.OneIn(9) ? draws.Pick(", ", ", ", ", ", "; ", " - ", " (", ") ", ": ", " \"", "\" ", "** ", " `", "` ", "/") : " ");
            if (draws.OneIn(45))
            {
                text.Append(draws.Below(4) switch { 0 => $"{draws.Below(3000)} ", 1 => $"{draws.Below(100)}.{draws.Below(100)}% ", 2 => $"https://{EnglishWord()}.example/{EnglishWord()}/{draws.Next():x} ", _ => $"20{draws.Below(30):00}-{1 + draws.Below(12):00}-{1 + draws.Below(28):00} " });
            }
        }
    }

    private void Code(StringBuilder text, int length)
    {
        text.Append(draws.Pick("```python\n", "```csharp\n", "```json\n", "```js\n"));
        for (var (depth, lines) = (0, 4 + draws.Below(25)); lines >= 0 && text.Length < length; lines--)
        {
            depth = Math.Clamp(depth + draws.Below(3) - 1, 0, 5);
            text.Append(' ', depth * 4);
            text.Append(draws.Below(9) switch
            {
                0 => $"{draws.Pick("public", "private", "static", "def", "function")} {Name()}({Name()}, {Name()}) {{",
                1 => $"if ({Name()}.{Name()} {draws.Pick("==", "!=", "<", ">=", "&&")} {draws.Below(500)}):",
                2 => $"return {Name()}[{draws.Below(20)}];",
                3 => $"# {Capital(EnglishWord())} {EnglishWord()} {EnglishWord()} {EnglishWord()} {EnglishWord()}",
                4 => $"\"{Name()}\": \"{EnglishWord()} {EnglishWord()}\",",
                5 => $"for {Name()} in {Name()}.{Name()}():",
                6 => $"var {Name()} = new {Capital(Name())}({draws.Below(99)}, \"{EnglishWord()}\");",
                7 => draws.Pick("}", "});", "try {", "else:", "", "]", "},"),
                _ => $"{Name()} = {Name()}({Name()}, {Name()}={draws.Below(10)})",
            });
            text.Append('\n');
        }

        text.Append("```\n\n");
    }

    private void Foreign(StringBuilder text, int length)
    {
        var script = scripts[draws.Below(scripts.Length)];
        while (text.Length < length && !draws.OneIn(8))
        {
            for (var words = 4 + draws.Below(14); words >= 0; words--)
            {
                text.Append(script.Words.Draw(draws)).Append(words == 0 ? script.Stop : draws.OneIn(6) ? script.Comma : string.Empty).Append(script.Space);
                text.Append(draws.OneIn(60) ? draws.Pick("😀", "👍🏽", "❤️", "🚀") : draws.OneIn(40) ? $"{draws.Below(2030)}" : string.Empty);
            }
        }

        text.Append('\n');
    }

    // One word in thirty is in no dictionary: a compound, a misspelling, a name.
    private string EnglishWord() => draws.Below(60) switch
    {
        0 => english.Draw(draws) + names.Draw(draws),
        1 => Capital(names.Draw(draws) + names.Draw(draws)),
        _ => english.Draw(draws),
    };

    private string Name() => draws.Below(6) switch
    {
        0 => $"{english.Draw(draws)}_{english.Draw(draws)}",
        1 => english.Draw(draws) + Capital(english.Draw(draws)),
        2 => Capital(english.Draw(draws)) + Capital(english.Draw(draws)) + Capital(names.Draw(draws)),
        3 => draws.Pick("i", "x", "self", "value", "result", "data"),
        _ => english.Draw(draws),
    };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
