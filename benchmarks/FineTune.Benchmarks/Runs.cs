using System.Diagnostics;

namespace FineTune.Benchmarks;

/// <summary>Runs our programs and the peers', each in a process of its own.</summary>
internal sealed class Runs(string peers)
{
    /// <summary>One of our own passes: the arguments of this program.</summary>
    public static List<Measurement> Ours(params string[] arguments) => Measure("dotnet", [typeof(Runs).Assembly.Location, .. arguments]);

    /// <summary>A peer in JavaScript.</summary>
    public Measurement Node(string file, params string[] arguments) => Measure("node", [Path.Combine(peers, file), .. arguments])[0];

    /// <summary>A peer in Python.</summary>
    public Measurement Python(string file, params string[] arguments) => Measure("python3", [Path.Combine(peers, file), .. arguments])[0];

    /// <summary>Any command as a whole process; the note is the most memory that it held, in MB.</summary>
    public Measurement Process(params string[] command) => Measure("python3", [Path.Combine(peers, "process.py"), .. command])[0];

    /// <summary>The run in the middle by CPU time.</summary>
    public static Measurement Median(Func<Measurement> run, int times = 3) =>
        Enumerable.Range(0, times).Select(_ => run()).OrderBy(measured => measured.Seconds).ElementAt(times / 2);

    private static List<Measurement> Measure(string file, string[] arguments)
    {
        var measured = new List<Measurement>();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Measurement.Parse(line) is { } measurement)
            {
                measured.Add(measurement);
            }
        }

        process.WaitForExit();
        return measured.Count > 0 ? measured : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} measured nothing");
    }
}
