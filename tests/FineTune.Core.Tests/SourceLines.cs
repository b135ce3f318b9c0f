namespace FineTune.Core.Tests;

/// <summary>The lines of all programs, without those that are comments.</summary>
internal static class SourceLines
{
    public static IEnumerable<(string File, string Text)> All() =>
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        // What the compiler loads cannot use the library: a test of its own compares its rules with the book.
        where !file.Contains($"{Path.DirectorySeparatorChar}FineTune.Analyzers{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        select (Path.GetFileName(file), line);
}
