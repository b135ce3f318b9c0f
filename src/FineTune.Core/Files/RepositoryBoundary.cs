namespace FineTune.Core.Files;

/// <summary>The folder that nothing may leave: what lies outside of it is never opened unless the command line allows it.</summary>
internal sealed class RepositoryBoundary
{
    private const string Git = ".git";

    private const string NotOpened = "is a device, pipe or system file, which is never opened";

    private static readonly string[] Never = ["/dev", "/proc", "/sys"];

    // Files in memory are files.
    private const string MemoryFiles = "/dev/shm";

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly IReadOnlyList<string> folders;

    private RepositoryBoundary(string root, IReadOnlyList<string> allowedOutside)
    {
        Root = root;
        folders = allowedOutside.Prepend(root).Select(RealPath.Of).OfType<string>().ToArray();
    }

    /// <summary>Absolute path of the folder with <c>.git</c>, or of the folder that was started from.</summary>
    public string Root { get; }

    /// <summary>The boundary around a folder: the nearest folder upward that holds <c>.git</c>, or the folder itself.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="allowedOutside">Absolute paths of further folders that may be read; from the command line only.</param>
    public static RepositoryBoundary Around(string folder, IReadOnlyList<string> allowedOutside)
    {
        string? root = null;
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            // A repository that a link leads to, out of the one that holds the link, is not the one that is worked in.
            if (Path.Exists(Path.Combine(candidate, Git)) && (root is null || !HoldsReally(candidate, root)))
            {
                root = candidate;
            }
        }
        return new RepositoryBoundary(root ?? folder, allowedOutside);
    }

    /// <summary>Why a path may not be opened, as the end of a sentence about it; null where it may. Links are followed first.</summary>
    /// <param name="path">Absolute path; it need not exist.</param>
    public string? Refusal(string path)
    {
        if (RealPath.Of(path) is not { } real)
        {
            return "cannot be followed: its links run in a circle, or a folder on the way is closed";
        }
        if (!OperatingSystem.IsWindows() && Never.Any(folder => Holds(folder, real)) && !Holds(MemoryFiles, real))
        {
            return NotOpened;
        }
        if (folders.FirstOrDefault(folder => Holds(folder, real)) is not { } inside)
        {
            return "leaves the repository; only the command line can allow that, with --allow-outside";
        }
        if (real[inside.Length..].Split(Path.DirectorySeparatorChar).Any(part => part.Equals(Git, StringComparison.OrdinalIgnoreCase)))
        {
            return "lies in .git, which holds no data";
        }
        return SpecialFile.Is(real) ? NotOpened : null;
    }

    /// <summary>Whether a path is a folder or leads into it, by their names: no link is followed.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="path">Absolute path.</param>
    public static bool Holds(string folder, string path) =>
        path.StartsWith(folder, Comparison)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    private static bool HoldsReally(string folder, string path) => RealPath.Of(folder) is { } around && RealPath.Of(path) is { } real && Holds(around, real);
}
