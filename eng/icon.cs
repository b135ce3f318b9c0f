// Draws the packages' icon: a tuning curve that settles on its line. Run from the repository's root: dotnet run eng/icon.cs
#:property TargetFramework=net10.0
#:property PublishAot=false
using System.Buffers.Binary;
using System.IO.Compression;

const int Size = 128;
const int Samples = 4;

using var png = File.Create(Path.Combine("src", "FineTune.Build", "icon.png"));
png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
WriteChunk(png, "IHDR"u8, Header());
WriteChunk(png, "IDAT"u8, Compress(Rows()));
WriteChunk(png, "IEND"u8, []);

static byte[] Rows()
{
    var rows = new byte[Size * (1 + (Size * 4))];
    for (var y = 0; y < Size; y++)
    {
        for (var x = 0; x < Size; x++)
        {
            PixelAt(x, y).CopyTo(rows.AsSpan((y * (1 + (Size * 4))) + 1 + (x * 4)));
        }
    }
    return rows;
}

static byte[] PixelAt(int x, int y)
{
    double red = 0, green = 0, blue = 0, alpha = 0;
    for (var sample = 0; sample < Samples * Samples; sample++)
    {
        var (r, g, b, a) = ColourAt(x + (((sample % Samples) + 0.5) / Samples), y + (((sample / Samples) + 0.5) / Samples));
        (red, green, blue, alpha) = (red + (r * a), green + (g * a), blue + (b * a), alpha + a);
    }
    return alpha == 0
        ? [0, 0, 0, 0]
        : [(byte)Math.Round(red / alpha), (byte)Math.Round(green / alpha), (byte)Math.Round(blue / alpha), (byte)Math.Round(255 * alpha / (Samples * Samples))];
}

static (double R, double G, double B, double A) ColourAt(double x, double y)
{
    // A rounded square, the line that the curve settles on, the curve, and the point where it ends.
    var (dx, dy) = (Math.Max(Math.Abs(x - 64) - 40, 0), Math.Max(Math.Abs(y - 64) - 40, 0));
    if (Math.Sqrt((dx * dx) + (dy * dy)) > 24)
    {
        return (0, 0, 0, 0);
    }
    if (Math.Sqrt(((x - 106) * (x - 106)) + ((y - 72) * (y - 72))) < 9)
    {
        return (255, 196, 61, 1);
    }
    if (x is > 16 and < 106 && DistanceToCurve(x, y) < 4)
    {
        return (255, 255, 255, 1);
    }
    return x is > 16 and < 106 && Math.Abs(y - 72) < 1.5 ? (122, 162, 247, 1) : (32, 56, 122, 1);
}

static double DistanceToCurve(double x, double y)
{
    var nearest = double.MaxValue;
    for (var t = Math.Max(16, x - 8); t <= Math.Min(106, x + 8); t += 0.25)
    {
        var height = 72 - (46 * Math.Exp(-(t - 16) / 26) * Math.Cos((t - 16) / 9));
        nearest = Math.Min(nearest, Math.Sqrt(((t - x) * (t - x)) + ((height - y) * (height - y))));
    }
    return nearest;
}

static byte[] Header()
{
    var header = new byte[13];
    BinaryPrimitives.WriteInt32BigEndian(header, Size);
    BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
    header[8] = 8; // bits a channel
    header[9] = 6; // red, green, blue, alpha
    return header;
}

static byte[] Compress(byte[] data)
{
    using var compressed = new MemoryStream();
    using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
    {
        zlib.Write(data);
    }
    return compressed.ToArray();
}

static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, byte[] data)
{
    byte[] chunk = [.. type, .. data];
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
    stream.Write(number);
    stream.Write(chunk);
    BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
    stream.Write(number);
}

static uint Crc(byte[] data)
{
    var crc = uint.MaxValue;
    foreach (var b in data)
    {
        crc ^= b;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }
    }
    return ~crc;
}
