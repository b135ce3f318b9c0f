namespace FineTune.Core.Datasets;

/// <summary>The mark that some editors put before a UTF-8 text.</summary>
internal static class ByteOrderMarks
{
    public static ReadOnlySpan<byte> Utf8 => [0xEF, 0xBB, 0xBF];

    /// <summary>Bytes of the mark at the start of a file; 0 for none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> start) => start.StartsWith(Utf8) ? Utf8.Length : 0;
}
