namespace FineTune.Tool.Tests.Readme;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = FolderAbove(AppContext.BaseDirectory);

    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path])).ReplaceLineEndings("\n");

    private static string FolderAbove(string start)
    {
        var folder = start;
        while (!File.Exists(Path.Combine(folder, "FineTune.Build.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"no FineTune.Build.sln above {start}");
        }
        return folder;
    }
}
