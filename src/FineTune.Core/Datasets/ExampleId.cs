using System.Security.Cryptography;

namespace FineTune.Core.Datasets;

/// <summary>The name by which an example can be silenced: it stays the same when the line moves.</summary>
internal static class ExampleId
{
    public const int Digits = 12;

    /// <summary>The first 12 hex digits of the SHA-256 of the line's bytes without its line end.</summary>
    public static string Of(ReadOnlySpan<byte> line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(line.TrimEnd("\r\n"u8), hash);
        return Convert.ToHexString(hash[..(Digits / 2)]).ToLowerInvariant();
    }
}
