namespace FineTune.Core.Findings;

/// <summary>Numbers as people read them.</summary>
internal static class Amount
{
    /// <summary>A count with its noun: <c>1 error</c>, <c>1,204 errors</c>.</summary>
    public static string Of(long count, string noun) => Of(count, noun, noun + "s");

    /// <summary>A count with its noun, whose plural is another word: <c>2 entries</c>.</summary>
    public static string Of(long count, string noun, string nouns) => $"{count:N0} {(count == 1 ? noun : nouns)}";

    /// <summary>Bytes in the unit that keeps them short: <c>812 B</c>, <c>41 kB</c>, <c>1.4 MB</c>, <c>2.0 GB</c>.</summary>
    public static string OfBytes(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 999_500 => $"{bytes / 1e3:0} kB",
        < 999_950_000 => $"{bytes / 1e6:0.0} MB",
        _ => $"{bytes / 1e9:0.0} GB",
    };

    /// <summary>A duration: <c>12 ms</c>, <c>3.4 s</c>, <c>2 min 5 s</c>, <c>1 h 20 min</c>.</summary>
    public static string OfTime(TimeSpan time) => time switch
    {
        { TotalMilliseconds: < 999.5 } => $"{time.TotalMilliseconds:0} ms",
        { TotalSeconds: < 59.95 } => $"{time.TotalSeconds:0.0} s",
        { TotalMinutes: < 60 } => $"{(int)time.TotalMinutes} min {time.Seconds} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };
}
