namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>Bytes that are digits.</summary>
internal static class Digits
{
    /// <summary>Whether all bytes are digits.</summary>
    public static bool Are(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
