using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Core.Building;

/// <summary>How a build shows the path of a file.</summary>
internal static class ShownPath
{
    /// <summary>Relative to the project's folder for a file below it, as the compiler shows its files; absolute for any other. Safe to print.</summary>
    /// <param name="folder">Absolute path of the project's folder.</param>
    /// <param name="path">Absolute path of the file.</param>
    public static string Of(string folder, string path) =>
        SafeText.Clean(RepositoryBoundary.Holds(Path.GetFullPath(folder), Path.GetFullPath(path)) ? Path.GetRelativePath(folder, path) : path);
}
