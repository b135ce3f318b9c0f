namespace FineTune.Core.Repository;

/// <summary>The folder that nothing may leave: what lies outside of it is never opened unless the command line allows it.</summary>
internal sealed class RepositoryBoundary
{
    private static readonly string[] Never = ["/dev", "/proc", "/sys"];

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
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (Path.Exists(Path.Combine(candidate, ".git")))
            {
                return new RepositoryBoundary(candidate, allowedOutside);
            }
        }
        return new RepositoryBoundary(folder, allowedOutside);
    }

    /// <summary>Why a path may not be opened, as the end of a sentence about it; null where it may. Links are followed first.</summary>
    /// <param name="path">Absolute path; it need not exist.</param>
    public string? Refusal(string path)
    {
        if (RealPath.Of(path) is not { } real)
        {
            return "cannot be followed: its links run in a circle, or a folder on the way is closed";
        }
        if (!OperatingSystem.IsWindows() && Never.Any(folder => Holds(folder, real)))
        {
            return "is a device or system file, which is never opened";
        }
        return folders.Any(folder => Holds(folder, real))
            ? null
            : "leaves the repository; only the command line can allow that, with --allow-outside";
    }

    private static bool Holds(string folder, string path) =>
        path.StartsWith(folder, Comparison)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
}
