namespace FineTune.Tests;

/// <summary>The folder <c>shared</c> beside the repository, which some machines have: real cases and descriptions too large, or not ours, to keep in it.</summary>
internal static class SharedFolder
{
    /// <summary>Variable that names the folder where it is not above the tests, or that it is not to be looked for there.</summary>
    private const string Variable = "FINETUNE_SHARED";

    /// <summary>The path of a file in it; null where there is no such folder or no such file.</summary>
    public static string? Find(string file)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Existing(named, file);
        }
        string? found = null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null && found is null; folder = folder.Parent)
        {
            found = Existing(Path.Combine(folder.FullName, "shared"), file);
        }
        return found;
    }

    private static string? Existing(string folder, string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? path : null;
}
