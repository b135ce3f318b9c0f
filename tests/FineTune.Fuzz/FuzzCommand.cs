using System.Diagnostics;
using System.Globalization;

namespace FineTune.Fuzz;

/// <summary><c>--target NAME --runs N --seed S [--out FOLDER]</c>, or <c>--target NAME --replay FILE</c>.</summary>
internal static class FuzzCommand
{
    public static int Run(string[] args)
    {
        var options = Enumerable.Range(0, args.Length / 2).ToDictionary(i => args[2 * i], i => args[(2 * i) + 1], StringComparer.Ordinal);
        if (args.Length % 2 != 0 || FuzzTargets.Find(options.GetValueOrDefault("--target", "")) is not { } target)
        {
            return Usage();
        }
        if (options.TryGetValue("--replay", out var file))
        {
            target.Run(File.ReadAllBytes(file));
            Console.WriteLine($"{target.Name}: {file} ends as it should");
            return 0;
        }
        var runs = int.Parse(options.GetValueOrDefault("--runs", "10000"), CultureInfo.InvariantCulture);
        var seed = int.Parse(options.GetValueOrDefault("--seed", "1"), CultureInfo.InvariantCulture);
        using var session = new FuzzSession(target, seed, options.GetValueOrDefault("--out", Path.Combine(Path.GetTempPath(), "finetune-fuzz")));
        var clock = Stopwatch.StartNew();
        if (session.Run(runs) is { } failure)
        {
            Console.Error.WriteLine(failure);
            return 1;
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name}: {runs:N0} inputs of seed {seed} in {clock.Elapsed.TotalSeconds:F0} s, {process.PeakWorkingSet64 / 1_000_000:N0} MB at most, no fault"));
        return 0;
    }

    public static int Usage()
    {
        Console.Error.WriteLine($"""
            --target NAME --runs N --seed S [--out FOLDER]   mutates the seeds of a target and runs it: {string.Join(", ", FuzzTargets.All.Select(target => target.Name))}
            --target NAME --replay FILE                      runs it on one input again
            """);
        return 2;
    }
}
