using System.Runtime.Intrinsics;

namespace FineTune.Core.Linting.Signals;

/// <summary>Which groups have a byte at one of the three places of a fingerprint: exactly, and by its halves as a shuffle can ask.</summary>
internal sealed class SignalTables
{
    private readonly byte[] groups = new byte[256];

    public Vector128<byte> LowHalves { get; private set; }

    public Vector128<byte> HighHalves { get; private set; }

    public byte this[byte value] => groups[value];

    public static SignalTables Of(int place)
    {
        var tables = new SignalTables();
        foreach (var mark in SignalMarks.All)
        {
            tables.groups[mark.Literal[mark.Anchor + place]] |= (byte)(1 << mark.Group);
        }
        for (var value = 0; value < 256; value++)
        {
            if (IsMojibake(place, value))
            {
                tables.groups[value] |= 1 << SignalMarks.MojibakeGroup;
            }
        }
        tables.Halve();
        return tables;
    }

    /// <summary>U+00C2 to U+00F4, then the first byte of what Windows-1252 makes of a continuation byte.</summary>
    private static bool IsMojibake(int place, int value) => place switch
    {
        0 => value == 0xC3,
        1 => value is >= 0x82 and <= 0xB4,
        _ => value is 0xC2 or 0xC5 or 0xC6 or 0xCB or 0xE2,
    };

    private void Halve()
    {
        Span<byte> low = stackalloc byte[16];
        Span<byte> high = stackalloc byte[16];
        low.Clear();
        high.Clear();
        for (var value = 0; value < 256; value++)
        {
            low[value & 15] |= groups[value];
            high[value >> 4] |= groups[value];
        }
        (LowHalves, HighHalves) = (Vector128.Create<byte>(low), Vector128.Create<byte>(high));
    }
}
