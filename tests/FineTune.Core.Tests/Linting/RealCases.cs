namespace FineTune.Core.Tests.Linting;

/// <summary>Real and reported cases, which are not a part of the repository.</summary>
internal static class RealCases
{
    /// <summary>What a test of them needs.</summary>
    public const string Scoreboard = "cases/SCOREBOARD.tsv";

    /// <summary>The folder, where <see cref="SharedFactAttribute"/> found it.</summary>
    public static string Folder => Path.GetDirectoryName(SharedFolder.Find(Scoreboard))!;
}
