using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>Takes the secrets that lint finds out of a text that is kept.</summary>
internal static class SecretCut
{
    /// <summary>The text with <c>***</c> in the place of each secret.</summary>
    public static byte[] From(byte[] text)
    {
        var signals = new LineSignals();
        signals.Read(text);
        var (kept, last) = (new MemoryStream(text.Length), 0);
        for (var next = 0; signals.TryNext(SignalKind.Secret, ref next, out var start);)
        {
            if (start >= last && SecretSearch.At(text, start) is { } found && found.Start >= last)
            {
                kept.Write(text.AsSpan(last..found.Start));
                kept.Write("***"u8);
                last = text[found.Start] == '-' ? EndOfKey(text, found.End) : found.End;
            }
        }
        kept.Write(text.AsSpan(last));
        return last == 0 ? text : kept.ToArray();
    }

    /// <summary>A private key is found by its header: it ends with its footer, or with the string that it stands in.</summary>
    private static int EndOfKey(ReadOnlySpan<byte> text, int start)
    {
        var rest = text[start..];
        var end = rest.IndexOf((byte)'"') is >= 0 and var quote ? quote : rest.Length;
        if (rest[..end].IndexOf("-----END "u8) is >= 0 and var footer && rest[(footer + 9)..end].IndexOf("-----"u8) is >= 0 and var dashes)
        {
            return start + footer + 9 + dashes + 5;
        }
        return start + end;
    }
}
