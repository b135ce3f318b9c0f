namespace FineTune.Core.Linting.Cache;

/// <summary>FNV-1a over bytes: tells a torn file from a whole one; guards against nothing else.</summary>
internal static class Checksum
{
    /// <summary>The 64-bit sum.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var sum = 14695981039346656037UL;
        foreach (var b in bytes)
        {
            sum = (sum ^ b) * 1099511628211UL;
        }
        return sum;
    }
}
