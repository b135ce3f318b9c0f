using System.Text;
using FineTune.Core.Lockfile;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Projects;

/// <summary>Reads from the git repository of a folder; changes nothing.</summary>
internal sealed class Git(string folder)
{
    /// <summary>Every local and remote branch and tag, by the commit or tree that it names.</summary>
    /// <exception cref="UsageException">git can't be asked.</exception>
    public IReadOnlyList<string> Refs()
    {
        var (code, output) = Run("for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes", "refs/tags");
        return code == 0
            ? [.. Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]
            : throw new UsageException("this is not a git repository, so it can't be known what other branches need");
    }

    /// <summary>Whether the clone lacks history.</summary>
    public bool IsShallow() => Run("rev-parse", "--is-shallow-repository") is (0, var output) && Encoding.UTF8.GetString(output).Trim() == "true";

    /// <summary>A lock as git has it; null where it has none.</summary>
    /// <param name="name">An object's name, for example <c>main:./finetune.lock.json</c>.</param>
    /// <exception cref="FindingsException">It can't be relied on.</exception>
    public FineTuneLock? ReadLock(string name)
    {
        var (code, output) = Run("show", name);
        if (code != 0)
        {
            return null;
        }
        var copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".lock.json");
        try
        {
            File.WriteAllBytes(copy, output);
            var reading = LockReader.Read(copy);
            return reading.Findings.Count > 0 ? throw new FindingsException(reading.Findings) : reading.Lock;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private (int Code, byte[] Output) Run(params string[] arguments)
    {
        var (code, output, _) = new GitProcess(folder).Run(arguments);
        return (code, output);
    }
}
