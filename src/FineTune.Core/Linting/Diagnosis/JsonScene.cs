using System.Text;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>Where a parser stood when it met a fault: what it expected, and the token before.</summary>
internal readonly record struct JsonScene
{
    public JsonExpectation Expected { get; private init; }

    /// <summary>Whether the fault lies inside a string; the string is the token then.</summary>
    public bool InString { get; private init; }

    /// <summary>Offsets of the last token but brackets, colons and commas.</summary>
    public int TokenStart { get; private init; }

    public int TokenEnd { get; private init; }

    /// <summary>Offset of the innermost bracket that is open; -1 for none.</summary>
    public int OpenStart { get; private init; }

    /// <summary>Whether a comma stands right before the fault.</summary>
    public bool AfterComma { get; private init; }

    public int CommaAt { get; private init; }

    /// <summary>The last token without its quotes.</summary>
    public string Token(ReadOnlySpan<byte> line) => Encoding.UTF8.GetString(line[TokenStart..TokenEnd].Trim((byte)'"'));

    /// <summary>Reads up to the offset at which the parser stopped; all before it is known to be right.</summary>
    public static JsonScene At(ReadOnlySpan<byte> line, int offset)
    {
        var open = new Stack<int>();
        var scene = new JsonScene { Expected = JsonExpectation.Value, OpenStart = -1 };
        var i = 0;
        while (i < offset)
        {
            var at = i;
            switch (line[i])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    i++;
                    continue;
                case (byte)'{' or (byte)'[':
                    open.Push(i++);
                    scene = scene with { Expected = line[at] == '{' ? JsonExpectation.Name : JsonExpectation.Value, OpenStart = at, AfterComma = false };
                    continue;
                case (byte)'}' or (byte)']':
                    open.TryPop(out _);
                    i++;
                    scene = scene.AfterToken(at, i, open);
                    continue;
                case (byte)':':
                    i++;
                    scene = scene with { Expected = JsonExpectation.Value };
                    continue;
                case (byte)',':
                    i++;
                    var inObject = open.TryPeek(out var opener) && line[opener] == '{';
                    scene = scene with { Expected = inObject ? JsonExpectation.Name : JsonExpectation.Value, AfterComma = true, CommaAt = at };
                    continue;
                case (byte)'"':
                    if (!TrySkipString(line, offset, ref i))
                    {
                        return scene with { InString = true, TokenStart = at, TokenEnd = offset };
                    }
                    scene = scene.Expected == JsonExpectation.Name
                        ? scene with { Expected = JsonExpectation.Colon, TokenStart = at, TokenEnd = i, AfterComma = false }
                        : scene.AfterToken(at, i, open);
                    continue;
                default:
                    while (i < offset && line[i] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\t' or (byte)'\r'))
                    {
                        i++;
                    }
                    scene = scene.AfterToken(at, i, open);
                    continue;
            }
        }
        return scene;
    }

    private JsonScene AfterToken(int start, int end, Stack<int> open) => this with
    {
        Expected = open.Count == 0 ? JsonExpectation.End : JsonExpectation.CommaOrClose,
        TokenStart = start,
        TokenEnd = end,
        OpenStart = open.TryPeek(out var opener) ? opener : -1,
        AfterComma = false,
    };

    /// <summary>Moves past a string; false where the offset lies inside it.</summary>
    private static bool TrySkipString(ReadOnlySpan<byte> line, int offset, ref int i)
    {
        i++;
        while (i < offset)
        {
            if (line[i] == '"')
            {
                i++;
                return true;
            }
            var traits = StringTraits.None;
            if (line[i] != '\\')
            {
                i++;
            }
            else if (!JsonEscape.TrySkip(line, ref i, ref traits))
            {
                return false;
            }
        }
        return false;
    }
}
