using System.Diagnostics;
using System.Globalization;
using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Revisions;

/// <summary>The git repository that holds a folder: its revisions, and the files in them. It is only read.</summary>
/// <param name="folder">Absolute path of a folder in the working tree.</param>
internal sealed class Git(string folder)
{
    private const string Shallow = "; the clone is shallow: git fetch --unshallow, or fetch-depth: 0 of actions/checkout, gets the rest";

    private readonly GitProcess git = new(folder);

    /// <summary>The folder's path from the root of the working tree, with <c>/</c> at its end; empty for the root.</summary>
    /// <exception cref="UsageException">There is no repository, or git will not read it.</exception>
    public string Prefix()
    {
        var (code, output, error) = this.git.Run("rev-parse", "--show-prefix");
        return code == 0
            ? Text(output)
            : throw new UsageException(error.Contains("not a git repository", StringComparison.Ordinal) ? "this is not a git repository, so there is nothing to compare with" : $"git can't read this repository: {FirstLine(error)}");
    }

    /// <summary>Every commit or tree that a local or remote branch or tag names, with the name of the first one.</summary>
    /// <exception cref="UsageException">git can't be asked.</exception>
    public IReadOnlyList<(string Revision, string Name)> Refs()
    {
        var (code, output, _) = this.git.Run("for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/remotes", "refs/tags");
        return code == 0
            ? [.. Text(output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1])).DistinctBy(named => named.Item1)]
            : throw new UsageException("this is not a git repository, so it can't be known what other branches need");
    }

    /// <summary>Whether the clone lacks history.</summary>
    public bool IsShallow() => this.git.Run("rev-parse", "--is-shallow-repository") is (0, var output, _) && Text(output) == "true";

    /// <summary>A lock as a revision has it; null where it has none.</summary>
    /// <param name="path">Absolute path of the lock in the folder.</param>
    /// <param name="revision">The revision, or <c>:2</c> and <c>:3</c> for the two sides of a conflict.</param>
    /// <param name="title">How people are told which revision it is.</param>
    /// <exception cref="FindingsException">It can't be relied on.</exception>
    /// <exception cref="UsageException">It is not in this clone.</exception>
    public FineTuneLock? ReadLock(string path, string revision, string title)
    {
        var name = $"{revision}:./{Path.GetFileName(path)}";
        if (this.git.Run("rev-parse", "--verify", "--quiet", name).Code == 1)
        {
            return null;
        }
        var (code, output, _) = this.git.Run("cat-file", "blob", name);
        if (code != 0)
        {
            throw Lacking($"the lock in {title}");
        }
        var reading = LockReader.Read(path, output);
        return reading.Findings.Count > 0
            ? throw new FindingsException([.. reading.Findings.Select(finding => finding with { Message = $"in {title}: {finding.Message}" })])
            : reading.Lock;
    }

    /// <summary>The commit that a name means; null where it means none.</summary>
    public string? Resolve(string revision)
    {
        var (code, output, _) = this.git.Run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        return code == 0 ? Text(output) : null;
    }

    /// <summary>The commit at which the work left a revision: the one to compare with, so that what others did there since is not taken for ours.</summary>
    /// <exception cref="UsageException">There is no such revision, or it can't be known where the work left it.</exception>
    public string LeftAt(string revision)
    {
        if (Resolve("HEAD") is not { } head)
        {
            throw new UsageException("there is no commit yet, so there is nothing to compare with");
        }
        var commit = Resolve(revision) ?? throw new UsageException($"there is no revision {SafeText.Quote(revision)} in this repository{(IsShallow() ? Shallow : "")}");
        var (code, output, _) = this.git.Run("merge-base", head, commit);
        if (code == 0)
        {
            return Text(output);
        }
        return IsShallow() ? throw new UsageException($"it can't be known where HEAD left {SafeText.Quote(revision)}{Shallow}") : commit;
    }

    /// <summary>The first digits of a commit's name that are enough here.</summary>
    public string Short(string commit) => this.git.Run("rev-parse", "--short", commit) is (0, var output, _) ? Text(output) : commit[..12];

    /// <summary>Every file of a commit.</summary>
    /// <exception cref="UsageException">The commit's trees are not all here.</exception>
    public IReadOnlyList<TreeEntry> Files(string commit)
    {
        var (code, output, error) = this.git.Run("ls-tree", "-r", "-z", "--full-tree", commit);
        return code == 0
            ? [.. Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<TreeEntry>()]
            : throw new UsageException($"git can't list the files of {commit}: {FirstLine(error)}");
    }

    /// <summary>Writes files' contents as git keeps them, without filters.</summary>
    /// <param name="files">Each object with the absolute path of the file to write.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="UsageException">An object is not in this clone.</exception>
    public void Write(IEnumerable<(string Blob, string Path)> files, CancellationToken cancellation)
    {
        using var process = this.git.Start("cat-file", "--batch");
        var error = GitProcess.Drain(process);
        try
        {
            foreach (var (blob, path) in files)
            {
                cancellation.ThrowIfCancellationRequested();
                process.StandardInput.Write(blob + "\n");
                process.StandardInput.Flush();
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                Copy(process, blob, file);
            }
            process.StandardInput.Close();
            process.WaitForExit();
        }
        catch (Exception fault) when (fault is EndOfStreamException or IOException { Message: "Broken pipe" })
        {
            throw new UsageException($"git does not give out what the revision holds{(FirstLine(error.ToString()) is { Length: > 0 } said ? $": {said}" : "")}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static void Copy(Process process, string blob, FileStream file)
    {
        var stream = process.StandardOutput.BaseStream;
        var header = ReadLine(stream).Split(' ');
        if (header.Length != 3 || !long.TryParse(header[2], NumberStyles.None, CultureInfo.InvariantCulture, out var left))
        {
            throw Lacking($"the object {blob}");
        }
        var buffer = new byte[1 << 16];
        while (left > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            file.Write(read > 0 ? buffer.AsSpan(0, read) : throw new EndOfStreamException());
            left -= read;
        }
        stream.ReadExactly(buffer, 0, 1);
    }

    private static UsageException Lacking(string what) =>
        new($"{what} is not in this clone, which holds only a part of the history; git fetch --refetch gets the rest");

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (int read; (read = stream.ReadByte()) != '\n';)
        {
            line.Append(read >= 0 ? (char)read : throw new EndOfStreamException());
        }
        return line.ToString();
    }

    private static TreeEntry? Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return line[..Math.Max(tab, 0)].Split(' ') is [var mode, "blob", var blob] ? new(mode, blob, line[(tab + 1)..]) : null;
    }

    private static string Text(byte[] output) => Encoding.UTF8.GetString(output).TrimEnd('\n', '\r');

    private static string FirstLine(string error) => error.Split('\n')[0];
}
