namespace FineTune.Core.Files;

/// <summary>The byte-order mark that some editors put before a UTF-8 text.</summary>
internal static class Utf8Mark
{
    public static ReadOnlySpan<byte> Bytes => [0xEF, 0xBB, 0xBF];

    /// <summary>Bytes of the mark at the start of a file; 0 for none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> start) => start.StartsWith(Bytes) ? Bytes.Length : 0;
}
