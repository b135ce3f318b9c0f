namespace FineTune.Core.Identity;

/// <summary>The commit that a working copy stands at, read from git's files: no process is started.</summary>
internal static class GitCommit
{
    private const int LongestPointer = 4096;

    /// <summary>The commit's ID in lower-case hex; null outside a repository, before the first commit, and where git's files are of a form not known here.</summary>
    /// <param name="folder">Absolute path of a folder in the working copy.</param>
    public static string? Read(string folder)
    {
        try
        {
            return FindGitFolder(folder) is { } git && ReadPointer(Path.Combine(git, "HEAD")) is { } head ? Resolve(git, head) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? FindGitFolder(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var git = Path.Combine(current.FullName, ".git");
            if (Directory.Exists(git))
            {
                return git;
            }
            if (File.Exists(git))
            {
                return ReadPointer(git) is { } pointer && pointer.StartsWith("gitdir: ", StringComparison.Ordinal)
                    ? Path.GetFullPath(pointer["gitdir: ".Length..], current.FullName)
                    : null;
            }
        }
        return null;
    }

    private static string? Resolve(string git, string head)
    {
        if (!head.StartsWith("ref: ", StringComparison.Ordinal))
        {
            return AsCommit(head);
        }

        var name = head["ref: ".Length..].Trim();
        if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        // A linked worktree keeps HEAD for itself and shares its branches.
        var common = ReadPointer(Path.Combine(git, "commondir")) is { } path ? Path.GetFullPath(path, git) : git;
        return AsCommit(ReadPointer(Path.Combine(git, name))) ?? AsCommit(ReadPointer(Path.Combine(common, name))) ?? FindPacked(common, name);
    }

    private static string? FindPacked(string common, string name)
    {
        var packed = Path.Combine(common, "packed-refs");
        return File.Exists(packed)
            ? File.ReadLines(packed).Where(line => line.EndsWith($" {name}", StringComparison.Ordinal)).Select(line => AsCommit(line[..line.IndexOf(' ')])).FirstOrDefault()
            : null;
    }

    private static string? ReadPointer(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        using var reader = new StreamReader(path);
        var text = new char[LongestPointer];
        return new string(text, 0, reader.ReadBlock(text)).Trim();
    }

    private static string? AsCommit(string? text) =>
        text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
}
