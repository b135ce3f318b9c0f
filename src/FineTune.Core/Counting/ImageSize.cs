using System.Buffers.Binary;
using System.Buffers.Text;

namespace FineTune.Core.Counting;

/// <summary>Reads the size of an image from the head of its data.</summary>
internal static class ImageSize
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>Pixels of the image in a data URL; null for an address, or where the head does not say.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> address)
    {
        var comma = address.IndexOf((byte)',');
        if (!address.StartsWith("data:"u8) || comma < 0)
        {
            return null;
        }
        var payload = address[(comma + 1)..];
        payload = payload[..(Math.Min(payload.Length, HeadBytes / 3 * 4) / 4 * 4)];
        var head = new byte[Base64.GetMaxDecodedFromUtf8Length(payload.Length)];
        Base64.DecodeFromUtf8(payload, head, out _, out var written, isFinalBlock: false);
        return OfData(head.AsSpan(0, written));
    }

    private static (int Width, int Height)? OfData(ReadOnlySpan<byte> data) => ImageKind.Of(data) switch
    {
        "image/png" when data.Length >= 24 => Size(BinaryPrimitives.ReadInt32BigEndian(data[16..]), BinaryPrimitives.ReadInt32BigEndian(data[20..])),
        "image/gif" when data.Length >= 10 => Size(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]), BinaryPrimitives.ReadUInt16LittleEndian(data[8..])),
        "image/jpeg" => OfJpeg(data),
        "image/webp" => OfWebP(data),
        _ => null,
    };

    /// <summary>Walks the segments to the start of a frame (ITU T.81, B.2.2).</summary>
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> data)
    {
        var at = 2;
        while (at + 9 < data.Length && data[at] == 0xFF)
        {
            var marker = data[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Size(BinaryPrimitives.ReadUInt16BigEndian(data[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(data[(at + 5)..]));
            }
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
        }
        return null;
    }

    /// <summary>The three forms of a WebP file: lossy, lossless, extended (RFC 9649).</summary>
    private static (int Width, int Height)? OfWebP(ReadOnlySpan<byte> data)
    {
        if (data.Length < 30)
        {
            return null;
        }
        var chunk = data[12..16];
        if (chunk.SequenceEqual("VP8 "u8))
        {
            return Size(BinaryPrimitives.ReadUInt16LittleEndian(data[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[28..]) & 0x3FFF);
        }
        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[21..]);
            return Size((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }
        return chunk.SequenceEqual("VP8X"u8)
            ? Size(1 + (data[24] | (data[25] << 8) | (data[26] << 16)), 1 + (data[27] | (data[28] << 8) | (data[29] << 16)))
            : null;
    }

    private static (int Width, int Height)? Size(int width, int height) => width > 0 && height > 0 ? (width, height) : null;
}
