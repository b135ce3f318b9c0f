namespace FineTune.Core.Tests.Linting;

/// <summary>Real and reported cases, which are not a part of the repository: a folder beside it, or beside a folder that holds it.</summary>
internal static class RealCases
{
    /// <summary>The folder; null where it is not here.</summary>
    public static string? Folder { get; } = Find(Path.GetDirectoryName(RepositoryRoot.Path));

    private static string? Find(string? beside)
    {
        if (beside is null)
        {
            return null;
        }
        var folder = Path.Combine(beside, "shared", "cases");
        return File.Exists(Path.Combine(folder, "SCOREBOARD.tsv")) ? folder : Find(Path.GetDirectoryName(beside));
    }
}
