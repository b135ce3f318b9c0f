using System.Text;

namespace FineTune.Core.Tests.Tokenization;

/// <summary>
/// The texts that are compared with the reference: seeded, so that the comparison and the tests see the same ones.
/// A change here asks for a new run of <c>eng/vocabulary/compare</c>.
/// </summary>
internal static class ReferenceTexts
{
    private const int ScalarsPerBlock = 8192;

    /// <summary>Blocks of texts; the name of a block is its key in the recorded results.</summary>
    public static IEnumerable<(string Name, IEnumerable<string> Texts)> Blocks()
    {
        foreach (var (name, maker) in Makers())
        {
            for (var block = 0; block < 4; block++)
            {
                var random = new SeededRandom((ulong)(Hash(name) + block));
                yield return ($"{name}-{block}", Enumerable.Range(0, 400).Select(_ => maker(random)).ToList());
            }
        }

        yield return ("lengths", Lengths().ToList());
        yield return ("runs", Runs().ToList());
        for (var first = 0; first < 0x110000; first += ScalarsPerBlock)
        {
            yield return ($"scalars-{first:X6}", Scalars(first));
        }
    }

    private static IEnumerable<(string Name, Func<SeededRandom, string> Maker)> Makers()
    {
        yield return ("english", English);
        yield return ("code", Code);
        yield return ("cjk", random => Script(random, (0x4E00, 0x9FFF), (0x4E00, 0x5FFF), (0x3040, 0x30FF), (0xAC00, 0xD7A3), (0x3000, 0x3011), (0xFF00, 0xFF20)));
        yield return ("arabic", random => Script(random, (0x0620, 0x0652), (0x05D0, 0x05EA), (0x0660, 0x0669), (0xFE70, 0xFEFC), (0x0600, 0x061F)));
        yield return ("indic", random => Script(random, (0x0901, 0x0963), (0x0E01, 0x0E4E), (0x0B82, 0x0BCD), (0x0966, 0x096F), (0x1780, 0x17D3)));
        yield return ("european", random => Script(random, (0x0400, 0x045F), (0x0391, 0x03C9), (0x00C0, 0x024F), ('a', 'z'), ('A', 'Z'), (0x0300, 0x0308)));
        yield return ("emoji", random => Script(random, (0x1F300, 0x1F64F), (0x1F3FB, 0x1F3FF), (0x1F1E6, 0x1F1FF), (0x200D, 0x200D), (0xFE0F, 0xFE0F), (0x2600, 0x27BF), ('a', 'f'), ('0', '9')));
        yield return ("astral", random => Script(random, (0x1D400, 0x1D7FF), (0x20000, 0x2A6DF), (0x12000, 0x12399), (0x1E900, 0x1E959), (0x10400, 0x1044F), ('A', 'z')));
        yield return ("ascii", random => Fuzz(random, () => (char)random.Below(0x80) + string.Empty));
        yield return ("mixed", random => Fuzz(random, () => Oddity(random)));
        yield return ("any", random => Fuzz(random, () => Scalar(random.Below(0x110000))));
        yield return ("plane", random => Fuzz(random, () => Scalar(random.Below(0x3000))));
    }

    private static string English(SeededRandom random)
    {
        var text = new StringBuilder();
        for (var words = random.Below(120); words >= 0; words--)
        {
            var word = Word(random, 1 + random.Below(9));
            word = random.Below(8) == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : random.Below(30) == 0 ? word.ToUpperInvariant() : word;
            text.Append(word)
                .Append(random.Below(12) == 0 ? random.Pick("'s", "'t", "'re", "'ve", "'m", "'ll", "'d", "'S", "'LL", "\u2019s") : string.Empty)
                .Append(random.Below(6) == 0 ? random.Pick(". ", ", ", "; ", ": ", "? ", "! ", " - ", " (", ") ", ".\n\n", "\n- ", "\n# ", "...", " \"", "\" ", "**") : " ")
                .Append(random.Below(15) == 0 ? random.Below(100000) + random.Pick(" ", "%", ".5 ", ",", "\n") : string.Empty);
        }

        return text.ToString();
    }

    private static string Code(SeededRandom random)
    {
        var text = new StringBuilder();
        for (var lines = random.Below(20); lines >= 0; lines--)
        {
            text.Append(random.Below(3) == 0 ? new string('\t', random.Below(6)) : new string(' ', random.Below(40)));
            for (var parts = random.Below(9); parts >= 0; parts--)
            {
                text.Append(Word(random, 1 + random.Below(7)))
                    .Append(random.Below(3) == 0 ? char.ToUpperInvariant(Word(random, 1)[0]) + Word(random, 4) : string.Empty)
                    .Append(random.Pick(" ", ".", "(", ");", " = ", " == ", "_", "::", "->", "[0]", "{", "}", "/", "//", "\\n", "\"", "'", "0x1F", " 12345678", "<T>", "&&", "|", "#", "'s'"));
            }

            text.Append(random.Pick("\n", "\r\n", "\n\n", ";\n", ";\r\n\r\n", "{\n", "\r", "/\n//\n", "  \n"));
        }

        return text.ToString();
    }

    private static string Script(SeededRandom random, params (int First, int Last)[] ranges)
    {
        var text = new StringBuilder();
        for (var words = random.Below(20); words >= 0; words--)
        {
            var range = ranges[random.Below(ranges.Length)];
            for (var length = random.Below(12); length >= 0; length--)
            {
                range = random.Below(5) == 0 ? ranges[random.Below(ranges.Length)] : range;
                text.Append(Scalar(range.First + random.Below(range.Last - range.First + 1)));
            }

            text.Append(random.Pick(" ", "", "", "\u3002", ", ", "\u3001", "\n", "  ", "'s ", "1", " 2026 ", "\u00A0", "!"));
        }

        return text.ToString();
    }

    private static string Fuzz(SeededRandom random, Func<string> next)
    {
        var text = new StringBuilder();
        for (var parts = random.Below(80); parts >= 0; parts--)
        {
            var part = next();
            for (var times = random.Below(6) == 0 ? random.Below(20) : 0; times >= 0; times--)
            {
                text.Append(part);
            }
        }

        return text.ToString();
    }

    private static string Oddity(SeededRandom random) => random.Below(12) switch
    {
        0 => random.Pick(" ", "  ", "\t", "\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u00A0", "\u1680", "\u2003", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\u200B", "\uFEFF", "\u180E", "\u001C", "\u001F"),
        1 => random.Pick("'s", "'T", "'re", "'VE", "'m", "'Ll", "'d", "'\u017F", "'r", "'l", "'", "''", "\u2019s", "'\u212A"),
        2 => random.Pick("a", "b", "z", "the", "Ab", "aB", "A", "ABC", "HTTPServer", "iPhone"),
        3 => random.Pick("\u0301", "\u0308", "\u20DD", "\u0903", "\u093E", "\uFE0F", "\u200D", "\U0001D165"),
        4 => random.Pick("0", "12", "345", "\u0663", "\u00B2", "\u2167", "\u2460", "\U0001D7D8", "\u0966", "\u4E00"),
        5 => random.Pick("/", "//", ".", "!", "-", "_", "==", "{", "}", "\u2026", "\u00AB", "\u20AC", "\u00B0"),
        6 => random.Pick("\u01C5", "\u02B0", "\u3005", "\u00AA", "\u3048", "\u00DF", "\u00C9", "\u0131", "\u0130", "\u1E9E", "\u1C89", "\uA7CE"),
        7 => random.Pick("\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F1E9\U0001F1EA", "1\uFE0F\u20E3", "\U0001F44D\U0001F3FD"),
        8 => random.Pick("<|endoftext|>", "<|im_start|>", "<|fim_prefix|>", "<|endofprompt|>", "\0", "\u007F", "\uFFFD", "\uE000"),
        9 => random.Pick("\U0001D518", "\U00020000", "\U00012000", "\U0001E900", "\U0001E922", "\U00010400", "\U0010FFFF"),
        10 => Scalar(random.Below(0x800)),
        _ => Scalar(random.Below(0x110000)),
    };

    private static IEnumerable<string> Lengths()
    {
        foreach (var unit in new[] { "a", "A", " ", "=", "1", "\n", "é", "字", "\U0001D400", "ab", "qx", " x", "\t", "'s" })
        {
            for (var length = 0; length <= 70; length++)
            {
                var run = string.Concat(Enumerable.Repeat(unit, length));
                yield return run;
                yield return $" {run}é";
                yield return $"x{run} {run}!";
                yield return $"Zq{run}'s\n";
            }

            foreach (var length in (int[])[127, 128, 129, 254, 255, 256, 257, 258, 300, 1023])
            {
                yield return string.Concat(Enumerable.Repeat(unit, length));
            }
        }
    }

    private static IEnumerable<string> Runs()
    {
        const int Length = 6000;
        var random = new SeededRandom(99);
        foreach (var unit in new[] { "a", " ", "=", "\n", "あ", "é", "ab", "\t", "aaab", "ха" })
        {
            yield return string.Concat(Enumerable.Repeat(unit, Length));
        }

        yield return Word(random, Length);
        yield return string.Concat(Enumerable.Range(0, Length).Select(_ => Scalar(0x4E00 + random.Below(0x3000))));
        yield return string.Concat(Enumerable.Range(0, Length).Select(_ => random.Pick("=", "-", "+", ".", "<", ">")));
        yield return string.Concat(Enumerable.Range(0, Length).Select(_ => random.Pick(" ", "\t", "\u00A0", "\n")));
    }

    private static IEnumerable<string> Scalars(int first)
    {
        for (var value = first; value < first + ScalarsPerBlock; value++)
        {
            if (Rune.IsValid(value))
            {
                var c = Scalar(value);
                yield return $"{c}a{c}B{c} {c}A {c}{c}1{c}\n{c}'s!{c}";
            }
        }
    }

    private static string Word(SeededRandom random, int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            text.Append("etaoinshrdlcumwfgypbvkxjqz"[Math.Min(random.Below(26), random.Below(26))]);
        }

        return text.ToString();
    }

    private static string Scalar(int value) => Rune.IsValid(value) ? new Rune(value).ToString() : "\uFFFD";

    private static int Hash(string name) => name.Aggregate(17, (hash, c) => unchecked((hash * 31) + c) & 0xFFFFFF);
}
