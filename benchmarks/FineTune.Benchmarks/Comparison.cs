using System.Diagnostics;
using System.Globalization;

namespace FineTune.Benchmarks;

/// <summary><c>compare</c>: runs ours and the peers one after the other, each in a process of its own, and prints one table.</summary>
internal static class Comparison
{
    private const int MixedSize = 64;
    private const int InternationalSize = 16;

    public static int Run(string peers, string work)
    {
        var mixed = Path.Combine(work, "mixed.jsonl");
        var international = Path.Combine(work, "international.jsonl");
        DataMaker.Run(MixedSize, mixed, international: false);
        DataMaker.Run(InternationalSize, international, international: true);
        Table("counting, o200k_base, mixed data", "npm tiktoken, o200k_base",
            [
                .. Ours("tokens", "o200k_base", mixed),
                .. Program("node", Path.Combine(peers, "tiktoken.mjs"), "o200k_base", mixed),
                .. Program("node", Path.Combine(peers, "gpt-tokenizer.mjs"), "o200k_base", mixed),
            ]);
        Table("counting, cl100k_base, mixed data", "npm tiktoken, cl100k_base",
            [.. Ours("tokens", "cl100k_base", mixed), .. Program("node", Path.Combine(peers, "tiktoken.mjs"), "cl100k_base", mixed)]);
        Table("counting, o200k_base, no English", "npm tiktoken, o200k_base",
            [.. Ours("tokens", "o200k_base", international), .. Program("node", Path.Combine(peers, "tiktoken.mjs"), "o200k_base", international)]);
        Table("reading, mixed data", "Python json.loads",
            [.. Ours("reader", mixed), .. Ours("lint", "openai", mixed), .. Program("python3", Path.Combine(peers, "json_loads.py"), mixed)]);
        return 0;
    }

    private static void Table(string title, string unit, List<Measurement> rows)
    {
        var ruler = rows.Find(row => row.Name == unit);
        Console.WriteLine($"\n### {title}\n\n| what | MB | CPU s | wall s | MB per CPU-second | ratio | result |\n| --- | --: | --: | --: | --: | --: | --- |");
        foreach (var row in rows)
        {
            var ratio = ruler is null || row.Megabytes == 0 ? "" : (Speed(row) / Speed(ruler)).ToString("F1", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Megabytes:F1} | {row.Seconds:F3} | {row.Wall:F3} | {Speed(row):F1} | {ratio} | {row.Note} |"));
        }
    }

    private static double Speed(Measurement row) => row.Megabytes / row.Seconds;

    private static List<Measurement> Ours(params string[] arguments) =>
        Program("dotnet", [typeof(Comparison).Assembly.Location, .. arguments]);

    private static List<Measurement> Program(string file, params string[] arguments)
    {
        var measured = new List<Measurement>();
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Measurement.Parse(line) is { } measurement)
            {
                measured.Add(measurement);
            }
        }

        process.WaitForExit();
        return measured;
    }
}
