namespace FineTune.Emulator.Tests.Contract;

/// <summary>The folder <c>shared</c> beside the repository, which some machines have: descriptions too large or not ours to keep in it.</summary>
internal static class SharedFolder
{
    /// <summary>The path of something in it; null where there is no such folder or no such thing.</summary>
    public static string? Find(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", relativePath);
            if (File.Exists(path))
            {
                return path;
            }
        }
        return null;
    }
}
