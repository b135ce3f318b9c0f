using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FineTune.Core.Contracts;

/// <summary>What tells one text from another without keeping either.</summary>
internal static class ContractKey
{
    /// <summary>Half of the SHA-256 of a text.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
