using System.Diagnostics;

namespace FineTune.Fuzz;

/// <summary>Runs a target on mutated inputs. Each is written to a file first, so that even an end of the process leaves it behind.</summary>
internal sealed class FuzzSession : IDisposable
{
    private const long MostMemory = 1_500_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly FuzzTarget target;

    private readonly Mutation mutation;

    private readonly string current;

    private readonly Timer watch;

    private readonly Stopwatch clock = new();

    public FuzzSession(FuzzTarget target, int seed, string folder)
    {
        this.target = target;
        mutation = new Mutation(new Random(seed), target.Words);
        Directory.CreateDirectory(folder);
        current = Path.Combine(folder, $"{target.Name}-{seed}.input");
        watch = new Timer(_ => EndWhereItHangs(), null, Longest, Longest);
    }

    /// <summary>Runs so many mutated inputs; what went wrong, or null.</summary>
    public string? Run(int runs)
    {
        for (var done = 0; done < runs; done += target.Lines)
        {
            var lines = Enumerable.Range(0, Math.Min(target.Lines, runs - done)).Select(_ => mutation.Of(target.Seeds)).ToList();
            if (Try(Join(lines)) is { } fault)
            {
                // One line alone shows it, as a rule.
                return lines.Count > 1 ? lines.Select(line => Try(line)).FirstOrDefault(found => found is not null) ?? Again(lines) : fault;
            }
        }
        File.Delete(current);
        return null;
    }

    public void Dispose() => watch.Dispose();

    private string? Again(List<byte[]> lines) => Try(Join(lines)) ?? $"{target.Name}: failed once, and not again: {current}";

    private string? Try(byte[] input)
    {
        File.WriteAllBytes(current, input);
        clock.Restart();
        try
        {
            target.Run(input);
        }
        catch (Exception fault)
        {
            return $"{target.Name} {fault}\nreplay: --target {target.Name} --replay {current}";
        }
        clock.Stop();
        return Environment.WorkingSet > MostMemory ? $"{target.Name}: over {MostMemory:N0} bytes of memory\nreplay: --target {target.Name} --replay {current}" : null;
    }

    private void EndWhereItHangs()
    {
        if (clock.Elapsed > Longest)
        {
            Console.Error.WriteLine($"{target.Name}: no end after {Longest.TotalMinutes:N0} minutes\nreplay: --target {target.Name} --replay {current}");
            Environment.Exit(1);
        }
    }

    private byte[] Join(List<byte[]> lines)
    {
        using var joined = new MemoryStream();
        foreach (var line in lines)
        {
            joined.Write(line);
            if (target.Lines > 1)
            {
                joined.WriteByte((byte)'\n');
            }
        }
        return joined.ToArray();
    }
}
