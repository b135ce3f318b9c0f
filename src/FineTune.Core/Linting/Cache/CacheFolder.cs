namespace FineTune.Core.Linting.Cache;

/// <summary>A folder of cache entries that version control leaves alone.</summary>
internal static class CacheFolder
{
    /// <summary>Makes the folder with its <c>.gitignore</c>; false where it cannot be written.</summary>
    public static bool TryPrepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var ignore = Path.Combine(folder, ".gitignore");
            if (!File.Exists(ignore))
            {
                File.WriteAllText(ignore, "*\n");
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
