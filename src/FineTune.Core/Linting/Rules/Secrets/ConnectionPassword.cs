using System.Buffers;
namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>The password of a connection string of keys and values: <c>Server=…;User Id=…;Password=…</c>.</summary>
internal static class ConnectionPassword
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(";\"'\\ <&"u8);

    private const int Around = 240;

    private const int Longest = 512;

    private static readonly byte[][] Companions = ["server="u8.ToArray(), "data source="u8.ToArray(), "host="u8.ToArray(), "uid="u8.ToArray(), "user id="u8.ToArray(), "username="u8.ToArray(), "accountendpoint="u8.ToArray()];

    private static readonly byte[][] Samples = ["localhost"u8.ToArray(), "127.0.0.1"u8.ToArray(), "example"u8.ToArray(), "(local"u8.ToArray(), "server=."u8.ToArray(), "myserver"u8.ToArray()];

    /// <summary>The connection string that the mark, the end of the word "password" and its <c>=</c>, belongs to; null for none.</summary>
    public static FoundSecret? At(ReadOnlySpan<byte> line, int mark)
    {
        var equals = line[mark..Math.Min(line.Length, mark + 9)].IndexOf((byte)'=');
        if (equals < 0)
        {
            return null;
        }
        var value = line[(mark + equals + 1)..];
        value = value[..Math.Min(value.Length, Longest + 1)];
        value = value.IndexOfAny(Ends) is >= 0 and var end ? value[..end] : value;
        if (value.Length > Longest || !PasswordValue.IsLikely(value))
        {
            return null;
        }
        Span<byte> around = stackalloc byte[2 * Around];
        var from = Math.Max(mark - Around, 0);
        var length = Lower(line[from..Math.Min(mark + Around, line.Length)], around);
        return HasAny(around[..length], Companions) && !HasAny(around[..length], Samples)
            ? new FoundSecret("a connection string with its password", mark + equals + 1, mark + equals + 1 + value.Length)
            : null;
    }

    private static bool HasAny(ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private static int Lower(ReadOnlySpan<byte> text, Span<byte> lower)
    {
        for (var i = 0; i < text.Length; i++)
        {
            lower[i] = text[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(text[i] | 0x20) : text[i];
        }
        return text.Length;
    }
}
