using System.Text;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Answers;

/// <summary>The text around a place, as text, for the rare line that has a mark in it.</summary>
internal static class TextAround
{
    /// <summary>The text before a place, at most about <paramref name="most"/> bytes.</summary>
    /// <param name="raw">The bytes of a string, escapes not resolved.</param>
    /// <param name="place">Where in them; not inside an escape.</param>
    /// <param name="most">How far to look back.</param>
    public static string Before(ReadOnlySpan<byte> raw, int place, int most)
    {
        var from = place <= most ? 0 : place - most;
        if (from > 0)
        {
            // Not into the middle of an escape or of a letter.
            var space = raw[from..place].IndexOf((byte)' ');
            from = space < 0 ? place : from + space;
        }
        return Decode(raw[from..place]);
    }

    /// <summary>The text from a place on, at most about <paramref name="most"/> bytes.</summary>
    public static string After(ReadOnlySpan<byte> raw, int place, int most)
    {
        var rest = raw[place..];
        if (rest.Length > most)
        {
            rest = rest[..Math.Max(rest[..most].LastIndexOf((byte)' '), 0)];
        }
        return Decode(rest);
    }

    private static string Decode(ReadOnlySpan<byte> raw) => Encoding.UTF8.GetString(new Scratch().Decode(raw));
}
