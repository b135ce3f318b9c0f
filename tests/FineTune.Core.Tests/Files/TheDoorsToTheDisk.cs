namespace FineTune.Core.Tests.Files;

/// <summary>What the disk is asked for in a way that is easy to get wrong is asked for in one place.</summary>
public sealed class TheDoorsToTheDisk
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src");

    [Theory]
    [InlineData("File.Move(", "AtomicFile.cs")]
    [InlineData("FileShare.None", "HeldFile.cs")]
    [InlineData("0xEF, 0xBB", "Utf8Mark.cs")]
    public void AreOneEach(string call, string door)
    {
        var files = from file in Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
                    where !file.Split(Path.DirectorySeparatorChar).Contains("obj")
                    from line in File.ReadLines(file)
                    where line.Contains(call, StringComparison.Ordinal)
                    select Path.GetFileName(file);

        files.ShouldBe([door]);
    }
}
