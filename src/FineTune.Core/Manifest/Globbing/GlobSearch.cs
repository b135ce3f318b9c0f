using FineTune.Core.Files;

namespace FineTune.Core.Manifest.Globbing;

/// <summary>Finds the files that globs match, without leaving the repository and without following links in <c>**</c>.</summary>
internal sealed class GlobSearch
{
    private const int MostEntries = 200_000;
    private const string PointerExtension = ".dvc";

    private static readonly string[] EveryFile = ["*"];

    private readonly HashSet<(string Folder, string Segments)> visited = [];
    private readonly SortedSet<string> files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> folders = new(StringComparer.Ordinal);
    private int entries;

    /// <summary>Absolute paths of the files so far; of a file that DVC has not fetched yet, the path it will have.</summary>
    public IReadOnlyCollection<string> Files => files;

    /// <summary>Absolute paths of the folders whose entries count, those that are missing too: what another search finds changes with one of them.</summary>
    public IReadOnlyCollection<string> Folders => folders;

    /// <summary>Whether the search gave up because the folders hold too many entries.</summary>
    public bool TooLarge => entries > MostEntries;

    /// <summary>Adds the files that a glob matches.</summary>
    /// <param name="glob">Where it starts, and what fits below.</param>
    /// <param name="boundary">What no folder on the way may leave.</param>
    public void Add(GlobStart glob, RepositoryBoundary boundary) => Walk(glob.Folder, glob.Segments, boundary);

    private void Walk(string folder, ReadOnlyMemory<string> segments, RepositoryBoundary boundary)
    {
        var segment = segments.IsEmpty ? "" : segments.Span[0];
        var rest = segments.IsEmpty ? segments : segments[1..];
        if (segment.Length == 0 || TooLarge || !visited.Add((folder, string.Join('/', segments.ToArray()))))
        {
            return;
        }
        if (!GlobSegment.IsPattern(segment) && !rest.IsEmpty)
        {
            Walk(Path.GetFullPath(segment, folder), rest, boundary);
        }
        else if (boundary.Refusal(folder) is null)
        {
            folders.Add(folder);
            if (Directory.Exists(folder))
            {
                Look(folder, segment, segments, rest, boundary);
            }
        }
    }

    private void Look(string folder, string segment, ReadOnlyMemory<string> segments, ReadOnlyMemory<string> rest, RepositoryBoundary boundary)
    {
        if (segment == "**")
        {
            Walk(folder, rest.IsEmpty ? EveryFile : rest, boundary);
            foreach (var below in FoldersIn(folder, "*").Where(below => new DirectoryInfo(below).LinkTarget is null))
            {
                Walk(below, segments, boundary);
            }
        }
        else if (rest.IsEmpty)
        {
            AddFiles(folder, segment);
        }
        else
        {
            foreach (var below in FoldersIn(folder, segment))
            {
                Walk(below, rest, boundary);
            }
        }
    }

    private void AddFiles(string folder, string segment)
    {
        foreach (var file in Entries(() => Directory.EnumerateFiles(folder)))
        {
            var fetched = file.EndsWith(PointerExtension, StringComparison.Ordinal) ? file[..^PointerExtension.Length] : file;
            if (GlobSegment.Matches(segment, Path.GetFileName(fetched)))
            {
                files.Add(fetched);
            }
        }
    }

    private string[] FoldersIn(string folder, string segment) =>
        [.. Entries(() => Directory.EnumerateDirectories(folder)).Where(below => GlobSegment.Matches(segment, Path.GetFileName(below)))];

    private string[] Entries(Func<IEnumerable<string>> enumerate)
    {
        try
        {
            var all = enumerate().Take(MostEntries + 1).ToArray();
            entries += all.Length;
            return all;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
