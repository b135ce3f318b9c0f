using FineTune.Benchmarks.Results;

namespace FineTune.Core.Tests.Benchmarks;

/// <summary>What the pages say of speed is what <c>benchmarks/run --write</c> has measured; <c>benchmarks/run --draw</c> mends them.</summary>
public sealed class TheStoredFigures
{
    private static readonly Pages Pages = new(RepositoryRoot.Path);

    private readonly string stored = File.ReadAllText(Pages.Results).ReplaceLineEndings("\n");

    [Fact]
    public void AreShownByThePagesAndTheChart()
    {
        var drawn = Pages.Drawn(StoredResults.Parse(stored)).ToList();

        drawn.Count.ShouldBe(3);
        drawn.ShouldAllBe(page => File.ReadAllText(page.Path).ReplaceLineEndings("\n") == page.Text);
    }

    [Fact]
    public void HaveTheMediansOfTheirRuns() => StoredResults.Parse(stored).ToString().ShouldBe(stored);

    [Fact]
    public void AreAllMeasuredInTheSameRounds() =>
        StoredResults.Parse(stored).Figures.ShouldAllBe(figure => figure.Programs.All(program => program.Runs.Count == figure.Ours.Runs.Count));

    [Fact]
    public void LeaveTheReadmeShort() => File.ReadLines(Path.Combine(RepositoryRoot.Path, "README.md")).Count().ShouldBeLessThan(250);
}
