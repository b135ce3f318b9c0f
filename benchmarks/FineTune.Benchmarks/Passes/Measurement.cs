using System.Diagnostics;
using System.Globalization;

namespace FineTune.Benchmarks.Passes;

/// <summary>One measured pass. Printed as a line that the comparison reads; the programs of the peers print the same.</summary>
/// <param name="Name">What ran.</param>
/// <param name="Megabytes">Millions of bytes that it went through.</param>
/// <param name="Seconds">CPU seconds of the process for it.</param>
/// <param name="Wall">Seconds by the clock.</param>
/// <param name="Note">What came out.</param>
internal sealed record Measurement(string Name, double Megabytes, double Seconds, double Wall, string Note)
{
    private const string Mark = "measured";

    public double Speed => Megabytes / Seconds;

    public static Measurement Of(string name, long bytes, Func<string> pass)
    {
        var clock = Stopwatch.StartNew();
        var before = CpuTime();
        var note = pass();
        return new Measurement(name, bytes / 1e6, (CpuTime() - before).TotalSeconds, clock.Elapsed.TotalSeconds, note);
    }

    public static Measurement? Parse(string line) =>
        line.Split('\t') is [Mark, var name, var megabytes, var seconds, var wall, var note]
            ? new Measurement(name, Number(megabytes), Number(seconds), Number(wall), note)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mark}\t{Name}\t{Megabytes:F3}\t{Seconds:F4}\t{Wall:F4}\t{Note}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan CpuTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
