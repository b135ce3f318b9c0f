namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>The checksum of GitHub's and npm's tokens: the last six characters are the CRC-32 of the others after the prefix, in base 62.</summary>
internal static class TokenChecksum
{
    public const int Length = 6;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Whether the last six characters are right.</summary>
    /// <param name="body">The token without its prefix.</param>
    public static bool IsRight(ReadOnlySpan<byte> body)
    {
        Span<byte> expected = stackalloc byte[Length];
        Write(body[..^Length], expected);
        return body[^Length..].SequenceEqual(expected);
    }

    /// <summary>Writes the six characters that belong to a text.</summary>
    public static void Write(ReadOnlySpan<byte> text, Span<byte> checksum)
    {
        var rest = Crc32(text);
        for (var i = Length - 1; i >= 0; i--)
        {
            checksum[i] = (byte)Digits[(int)(rest % 62)];
            rest /= 62;
        }
    }

    /// <summary>CRC-32 as in ISO-HDLC, bit by bit: it runs on a few bytes of a rare line.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }
        return ~crc;
    }
}
