using FineTune.Core.Files;

namespace FineTune.Core.Manifest.Globbing;

/// <summary>The files that a glob names: a manifest and a command line mean the same by it.</summary>
/// <param name="Files">Absolute paths in ordinal order; one of them may be a link out of the repository.</param>
/// <param name="Fault">Why there are none, as the end of a sentence about the glob; null where there are some.</param>
internal sealed record GlobFiles(IReadOnlyCollection<string> Files, string? Fault)
{
    /// <summary>Absolute paths of the folders that were looked into, or would be if they were there.</summary>
    public IReadOnlyCollection<string> Folders { get; init; } = [];

    /// <summary>The fault of a glob that fits nothing.</summary>
    public const string NoMatch = "matches no file";

    /// <summary>Whether a text may name more than one file.</summary>
    public static bool IsGlob(string text) => text.Contains('{') || GlobSegment.IsPattern(text);

    /// <summary>Finds them.</summary>
    /// <param name="glob">As it is written, with <c>/</c> or <c>\</c>.</param>
    /// <param name="folder">Absolute path of the folder that it is written for.</param>
    /// <param name="boundaryAround">What a search that starts in a folder may not leave.</param>
    public static GlobFiles Find(string glob, string folder, Func<string, RepositoryBoundary> boundaryAround)
    {
        if (BraceExpansion.Of(glob.Replace('\\', '/')) is not { } choices)
        {
            return new([], "has too many choices in braces");
        }
        var search = new GlobSearch();
        foreach (var start in choices.Select(choice => GlobStart.Of(choice, folder)))
        {
            var boundary = boundaryAround(start.Folder);
            if (boundary.Refusal(start.Folder) is { } refusal)
            {
                return new([], refusal);
            }
            search.Add(start, boundary);
        }
        return search.TooLarge ? new([], "looks into too many folders; name the folder that holds the data")
            : new(search.Files, search.Files.Count == 0 ? NoMatch : null) { Folders = search.Folders };
    }
}
