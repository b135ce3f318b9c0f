using System.Text;

namespace FineTune.Fuzz;

/// <summary>Makes broken inputs of sound ones: by bytes, by words of the format, and by values of JSON and YAML.</summary>
internal sealed class Mutation(Random random, IReadOnlyList<string> words)
{
    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "0", "-0", "-1", "1.0", "1e999", "-1e-999", "0.1e+00001", "01", "+1", ".5", "1.", "NaN", "Infinity", "9223372036854775808", "99999999999999999999999999999999",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"\\u12\"", "\"a\\", "'a'", "// c\n", "/* c */", "\uFEFF", "\u2028", "\u0085", "[[[[[[[[", "{\"a\":{\"a\":", "\"a\": 1,", ",,", ",}", ",]", "\\\"", "\\n", "\r", "\t",
    ];

    private static readonly byte[][] Bytes = [[0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBB, 0xBF], [0x1F, 0x8B], [0xFE, 0xFF], [0x7F], [0xC2, 0x85]];

    /// <summary>A mutated seed; now and then a sound one.</summary>
    public byte[] Of(IReadOnlyList<byte[]> seeds)
    {
        var input = seeds[random.Next(seeds.Count)].ToList();
        for (var changes = random.Next(6); changes > 0; changes--)
        {
            Change(input, seeds);
        }
        return [.. input];
    }

    private void Change(List<byte> input, IReadOnlyList<byte[]> seeds)
    {
        var at = random.Next(input.Count + 1);
        var length = Math.Min(random.Next(1, 40), input.Count - at);
        switch (random.Next(14))
        {
            case 0:
                input.RemoveRange(at, length);
                break;
            case 1 when at < input.Count:
                input[at] = (byte)random.Next(256);
                break;
            case 2:
                input.InsertRange(at, Bytes[random.Next(Bytes.Length)]);
                break;
            case 3:
                Insert(input, at, Values[random.Next(Values.Length)]);
                break;
            case 4:
                Insert(input, at, words[random.Next(words.Count)]);
                break;
            case 5:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 6 when random.Next(4) == 0:
                input.RemoveRange(at, input.Count - at);
                break;
            case 7 when random.Next(8) == 0:
                Nest(input, at);
                break;
            case 8:
                Splice(input, at, seeds[random.Next(seeds.Count)]);
                break;
            case 9:
                ReplaceValue(input, at, Values[random.Next(Values.Length)]);
                break;
            case 10:
                ReplaceValue(input, at, words[random.Next(words.Count)]);
                break;
            case 11:
                RepeatProperty(input, at);
                break;
            case 12 when random.Next(8) == 0:
                input.InsertRange(at, Enumerable.Repeat((byte)"a0[{\" \\"[random.Next(7)], 1 << random.Next(14)));
                break;
            case 13:
                SwapCase(input, at);
                break;
        }
    }

    private static void Insert(List<byte> input, int at, string text) => input.InsertRange(at, Encoding.UTF8.GetBytes(text));

    private void Nest(List<byte> input, int at)
    {
        var (open, close, depth) = random.Next(2) == 0 ? ("[", "]", random.Next(200)) : ("{\"a\":", "}", random.Next(200));
        Insert(input, at, string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth)));
    }

    private void Splice(List<byte> input, int at, byte[] other)
    {
        var from = random.Next(other.Length);
        input.RemoveRange(at, Math.Min(random.Next(60), input.Count - at));
        input.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(80))]);
    }

    /// <summary>What stands after the next colon becomes another value.</summary>
    private static void ReplaceValue(List<byte> input, int at, string value)
    {
        var colon = input.IndexOf((byte)':', at);
        if (colon >= 0)
        {
            var end = input.FindIndex(colon + 1, b => b is (byte)',' or (byte)'}' or (byte)'\n');
            input.RemoveRange(colon + 1, (end < 0 ? input.Count : end) - colon - 1);
            Insert(input, colon + 1, " " + value);
        }
    }

    /// <summary>The next property is there twice.</summary>
    private static void RepeatProperty(List<byte> input, int at)
    {
        var start = input.FindIndex(at, b => b is (byte)',' or (byte)'{');
        var end = start < 0 ? -1 : input.IndexOf((byte)',', start + 1);
        if (end > 0)
        {
            input.InsertRange(end, [(byte)',', .. input.GetRange(start + 1, end - start - 1)]);
        }
    }

    private void SwapCase(List<byte> input, int at)
    {
        for (var end = Math.Min(at + random.Next(8), input.Count); at < end; at++)
        {
            input[at] = char.IsAsciiLetter((char)input[at]) ? (byte)(input[at] ^ 0x20) : input[at];
        }
    }
}
