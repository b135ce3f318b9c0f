using System.Text.RegularExpressions;

namespace FineTune.Core.Files;

/// <summary>The next content of a file, in one beside it that takes its place. Whoever is killed before that leaves it there, until it is cleared away.</summary>
internal static partial class FileDraft
{
    /// <summary>Absolute path of a draft that is not there yet.</summary>
    /// <param name="path">Absolute path of the file.</param>
    public static string New(string path) => $"{path}.{Path.GetRandomFileName()}.tmp";

    /// <summary>Removes the drafts of a file that nobody holds any more.</summary>
    /// <param name="path">Absolute path of the file.</param>
    public static void RemoveOrphans(string path) => RemoveOrphans(Path.GetDirectoryName(path)!, name => name == Path.GetFileName(path));

    /// <summary>Removes the drafts of all files of a folder that nobody holds any more.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    public static void RemoveOrphansIn(string folder) => RemoveOrphans(folder, _ => true);

    /// <summary>Removes a draft, if it can be removed.</summary>
    public static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to tell.
        }
    }

    private static void RemoveOrphans(string folder, Func<string, bool> isOf)
    {
        try
        {
            foreach (var draft in Directory.EnumerateFiles(folder, "*.tmp").Where(draft => FileOf(draft) is { } name && isOf(name) && IsOrphan(draft)))
            {
                Remove(draft);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What can't be looked at can't be cleared away; writing tells why.
        }
    }

    private static string? FileOf(string draft) => Path.GetFileName(draft) is var name && Ending().Match(name) is { Success: true } ending ? name[..ending.Index] : null;

    private static bool IsOrphan(string draft)
    {
        try
        {
            using var held = HeldFile.TryTake(draft);
            return held is not null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // As Path.GetRandomFileName makes them.
    [GeneratedRegex(@"\.[a-z0-9]{8}\.[a-z0-9]{3}\.tmp$")]
    private static partial Regex Ending();
}
