namespace FineTune.Emulator.Tests.Contract;

/// <summary>The folder <c>shared</c> beside the repository, which some machines have: descriptions too large or not ours to keep in it.</summary>
internal static class SharedFolder
{
    /// <summary>Variable that names the folder where it is not above the tests.</summary>
    private const string Variable = "FINETUNE_SHARED";

    /// <summary>The path of something in it; null where there is no such folder or no such thing.</summary>
    public static string? Find(string relativePath)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named && File.Exists(Path.Combine(named, relativePath)))
        {
            return Path.Combine(named, relativePath);
        }
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
