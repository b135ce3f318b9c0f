using System.Buffers.Binary;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>A 64-bit hash of what a JSON value means: white space, escapes and the order of properties do not count. For this process only.</summary>
internal static class ContentHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;

    public static ulong Of(Example example, int node, Scratch scratch)
    {
        ref readonly var value = ref example.Node(node);
        return value.Kind switch
        {
            JsonKind.Object => OfObject(example, node, scratch),
            JsonKind.Array => OfArray(example, node, scratch),
            JsonKind.String => OfBytes(example.Text(node, scratch)),
            JsonKind.Number => OfBytes(example.Raw(node)) ^ Seed,
            var literal => Combine(Seed, (ulong)literal),
        };
    }

    /// <summary>Adds a hash to a running one; the order counts.</summary>
    public static ulong Combine(ulong hash, ulong next) => Fold(hash ^ 0xA0761D6478BD642F, next ^ 0xE7037ED1A0B428DB);

    public static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = Seed ^ (ulong)bytes.Length;
        while (bytes.Length >= 16)
        {
            hash = Fold(
                BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ 0x8EBC6AF09C88C6E3,
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ hash);
            bytes = bytes[16..];
        }
        Span<byte> tail = stackalloc byte[16];
        tail.Clear();
        bytes.CopyTo(tail);
        return Fold(
            BinaryPrimitives.ReadUInt64LittleEndian(tail) ^ 0x589965CC75374CC3,
            BinaryPrimitives.ReadUInt64LittleEndian(tail[8..]) ^ hash);
    }

    private static ulong OfObject(Example example, int node, Scratch scratch)
    {
        var sum = 0x1D8E4E27C47D124FUL;
        foreach (var property in example.Tape.Properties(node))
        {
            sum += Combine(OfBytes(example.Text(property.Name, scratch)), Of(example, property.Value, scratch));
        }
        return sum;
    }

    private static ulong OfArray(Example example, int node, Scratch scratch)
    {
        var hash = 0xEB44ACCAB455D165UL;
        foreach (var item in example.Tape.Items(node))
        {
            hash = Combine(hash, Of(example, item, scratch));
        }
        return hash;
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
