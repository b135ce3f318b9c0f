using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>What a command line names as data.</summary>
/// <param name="Files">Absolute paths of the files, each once.</param>
/// <param name="Faults">What is wrong with names that lead to nothing that can be read: a sentence each.</param>
internal sealed record NamedFiles(IReadOnlyList<string> Files, IReadOnlyList<string> Faults)
{
    /// <summary>The files.</summary>
    /// <exception cref="UsageException">A name leads to nothing that can be read.</exception>
    public IReadOnlyList<string> All(Invocation call)
    {
        Tell(call, Faults.SkipLast(1));
        return Faults.Count == 0 ? Files : throw new UsageException(Faults[^1]);
    }

    /// <summary>The files, where there are any: what else is wrong is said after them.</summary>
    /// <exception cref="UsageException">Something is named, and nothing of it can be read.</exception>
    public IReadOnlyList<string> Readable(Invocation call) => Files.Count > 0 ? Files : All(call);

    /// <summary>Says what is wrong.</summary>
    public void Tell(Invocation call) => Tell(call, Faults);

    private static void Tell(Invocation call, IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            call.Fail(fault);
        }
    }
}
