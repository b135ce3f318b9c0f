using System.Buffers.Binary;
using System.Security.Cryptography;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Fixing;

/// <summary>What an example means, in 16 bytes: white space, escapes and the order of properties do not count. Strong enough to remove an example by.</summary>
internal static class ExampleDigest
{
    public static UInt128 Of(Example example, Scratch scratch) => Read(Hash(example, 0, scratch));

    private static UInt128 Read(byte[] hash) => BinaryPrimitives.ReadUInt128LittleEndian(hash);

    private static byte[] Hash(Example example, int node, Scratch scratch)
    {
        ref readonly var value = ref example.Node(node);
        var parts = new MemoryStream();
        parts.WriteByte((byte)value.Kind);
        switch (value.Kind)
        {
            case JsonKind.Object:
                var properties = new List<byte[]>();
                foreach (var property in example.Tape.Properties(node))
                {
                    properties.Add([.. SHA256.HashData(example.Text(property.Name, scratch)), .. Hash(example, property.Value, scratch)]);
                }
                foreach (var property in properties.OrderBy(property => Convert.ToHexString(property), StringComparer.Ordinal))
                {
                    parts.Write(property);
                }
                break;
            case JsonKind.Array:
                foreach (var item in example.Tape.Items(node))
                {
                    parts.Write(Hash(example, item, scratch));
                }
                break;
            case JsonKind.String when (value.Traits & StringTraits.LoneSurrogate) == 0:
                parts.Write(example.Text(node, scratch));
                break;
            default:
                // Half a character has no text; two different halves must not be the same.
                parts.Write(example.Raw(node));
                break;
        }
        return SHA256.HashData(parts.GetBuffer().AsSpan(0, (int)parts.Length));
    }
}
