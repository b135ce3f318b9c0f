namespace FineTune.Benchmarks.Results;

/// <summary>The files in which the stored results are shown.</summary>
/// <param name="repository">The folder of the solution.</param>
internal sealed class Pages(string repository)
{
    public string Results { get; } = Path.Combine(repository, "benchmarks", "results.json");

    /// <summary>Each file that shows them, and what must stand in it.</summary>
    public IEnumerable<(string Path, string Text)> Drawn(StoredResults results)
    {
        yield return Marked(Path.Combine(repository, "README.md"), ShortTable.Of(results));
        yield return Marked(Path.Combine(repository, "benchmarks", "README.md"), FullTable.Of(results));
        yield return (Path.Combine(repository, "benchmarks", "figures.svg"), Chart.Of(results));
    }

    private static (string Path, string Text) Marked(string path, string part) => (path, MarkedPart.Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), $"\n{part}\n"));
}
