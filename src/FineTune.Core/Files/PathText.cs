using FineTune.Core.Findings;


namespace FineTune.Core.Files;

/// <summary>Paths as a manifest writes them: with <c>/</c> or <c>\</c>, relative to the file they stand in.</summary>
internal static class PathText
{
    private const int LongestPath = 4096;

    /// <summary>Why a text can't be a path, as the end of a sentence about it; null where it can.</summary>
    public static string? Problem(string path) =>
        path.Length == 0 ? "is empty; it must be a path"
        : path.Length > LongestPath ? $"is longer than {LongestPath} characters; it must be a path"
        : path.Any(char.IsControl) ? "has a control character; it must be a path"
        : null;

    /// <summary>The absolute path of a written one, links not followed.</summary>
    public static string Absolute(Sourced<string> path) => Absolute(path.Value, Path.GetDirectoryName(path.Where.Path)!);

    /// <summary>The absolute path of a written one, links not followed.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="folder">Absolute path of the folder that it starts from.</param>
    public static string Absolute(string path, string folder) => Path.GetFullPath(path.Replace('\\', '/'), folder);

    /// <summary>Why there is no file at a path, as the end of a sentence about it; null where there is one.</summary>
    // To File.Exists a link that leads to nothing is there.
    public static string? Missing(string path) =>
        RealPath.Of(path) is { } real && File.Exists(real) ? null
        : new FileInfo(path).LinkTarget is null ? "does not exist"
        : "is a link to a file that does not exist";

    /// <summary>A path relative to a folder, with <c>/</c>.</summary>
    public static string Relative(string path, string folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
