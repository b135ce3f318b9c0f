using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>Tokens of three parts, header, payload and signature (RFC 7519).</summary>
internal static class JsonWebToken
{
    private const int LongestPart = 4096;

    private static readonly SearchValues<byte> Url = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-"u8);

    /// <summary>Bytes of the token at the start; 0 where there is none, or one that opens nothing.</summary>
    public static int LengthAt(ReadOnlySpan<byte> bytes)
    {
        var header = PartLength(bytes);
        if (header is < 16 or > LongestPart || !IsDot(bytes, header))
        {
            return 0;
        }
        var payload = PartLength(bytes[(header + 1)..]);
        if (payload is < 8 or > LongestPart || !IsDot(bytes, header + 1 + payload))
        {
            return 0;
        }
        var signature = PartLength(bytes[(header + payload + 2)..]);
        var (head, body) = (Decode(bytes[..header]), Decode(bytes.Slice(header + 1, payload)));
        return signature >= 20 && head.Contains("\"alg\"", StringComparison.Ordinal) && body.StartsWith('{') && !IsSample(body) ? header + payload + signature + 2 : 0;
    }

    /// <summary>The token that jwt.io and half of all manuals show.</summary>
    private static bool IsSample(string payload) =>
        payload.Contains("John Doe", StringComparison.Ordinal) || payload.Contains("\"1234567890\"", StringComparison.Ordinal) || payload.Contains("example", StringComparison.OrdinalIgnoreCase);

    private static int PartLength(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, LongestPart + 1)];
        return bytes.IndexOfAnyExcept(Url) is >= 0 and var end ? end : bytes.Length;
    }

    private static bool IsDot(ReadOnlySpan<byte> bytes, int at) => at < bytes.Length && bytes[at] == '.';

    private static string Decode(ReadOnlySpan<byte> part)
    {
        var padded = new byte[(part.Length + 3) / 4 * 4];
        padded.AsSpan().Fill((byte)'=');
        for (var i = 0; i < part.Length; i++)
        {
            padded[i] = part[i] switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', var other => other };
        }
        return Base64.DecodeFromUtf8InPlace(padded, out var written) == OperationStatus.Done ? Encoding.UTF8.GetString(padded.AsSpan(0, written)) : "";
    }
}
