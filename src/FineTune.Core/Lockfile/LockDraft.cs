using System.Text.RegularExpressions;

namespace FineTune.Core.Lockfile;

/// <summary>The next text of a lock, in a file beside it that takes its place. Whoever is killed before that leaves it there; the next one to write clears it away.</summary>
internal static partial class LockDraft
{
    /// <summary>Absolute path of a draft that is not there yet.</summary>
    /// <param name="path">Absolute path of the lock.</param>
    public static string New(string path) => $"{path}.{Path.GetRandomFileName()}.tmp";

    /// <summary>Removes drafts that nobody holds any more.</summary>
    /// <param name="path">Absolute path of the lock.</param>
    public static void RemoveOrphans(string path)
    {
        try
        {
            var name = Path.GetFileName(path);
            foreach (var draft in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, name + ".*.tmp").Where(draft => Ending().IsMatch(Path.GetFileName(draft)[name.Length..])))
            {
                if (IsOrphan(draft))
                {
                    Remove(draft);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What can't be looked at can't be cleared away; writing tells why.
        }
    }

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

    private static bool IsOrphan(string draft)
    {
        try
        {
            using var held = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // As Path.GetRandomFileName makes them.
    [GeneratedRegex(@"^\.[a-z0-9]{8}\.[a-z0-9]{3}\.tmp$")]
    private static partial Regex Ending();
}
