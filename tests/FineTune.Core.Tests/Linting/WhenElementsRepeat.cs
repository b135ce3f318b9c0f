using FineTune.Core.Fixing;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using Xunit.Abstractions;

namespace FineTune.Core.Tests.Linting;

/// <summary>Whatever a line repeats: four times as much of it takes about four times as long, not sixteen times.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public class WhenElementsRepeat(ITestOutputHelper output)
{
    public const string Name = "time";

    private const int Few = 4_000;

    private const int Many = 4 * Few;

    private const double MostGrowth = 6;

    private const int MostTries = 12;

    /// <summary>What takes less is not compared: the clock and what else runs weigh more.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(40);

    public static TheoryData<string> Shapes => [.. RepeatedShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LintAndStatsTakeNoMoreThanTheirPart(string shape) => Compare(shape, "lint", path => Linter.Lint(new LintRequest
    {
        Paths = [path],
        Profile = "openai",
        Today = new DateOnly(2026, 11, 22),
        WithTokens = true,
        WithCensus = true,
    }));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void FixTakesNoMoreThanItsPart(string shape) =>
        Compare(shape, "fix", path => Fixer.Fix(new FixRequest { Paths = [path], Profile = "openai", Unsafe = true, Convert = true, Diff = Stream.Null, DiffFolder = Path.GetDirectoryName(path)! }));

    private void Compare(string shape, string command, Action<string> run)
    {
        using var few = new Dataset(RepeatedShapes.All[shape](Few));
        using var many = new Dataset(RepeatedShapes.All[shape](Many));
        run(few.Path);
        var (one, four) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < MostTries; i++)
        {
            (one, four) = (Smaller(one, Measure(run, few.Path)), Smaller(four, Measure(run, many.Path)));
            if (IsInProportion(one, four))
            {
                break;
            }
        }
        output.WriteLine($"{command} {shape}: {one.TotalMilliseconds:N0} ms, four times as many {four.TotalMilliseconds:N0} ms");
        IsInProportion(one, four).ShouldBeTrue($"{one.TotalMilliseconds:N0} ms for {Few:N0}, {four.TotalMilliseconds:N0} ms for {Many:N0}");
    }

    private static bool IsInProportion(TimeSpan one, TimeSpan four) => four < MostGrowth * (one > Least ? one : Least);

    private static TimeSpan Smaller(TimeSpan left, TimeSpan right) => left < right ? left : right;

    /// <summary>Time of the processor, which other programs do not change.</summary>
    private static TimeSpan Measure(Action<string> run, string path)
    {
        // What earlier runs left behind is not this one's work.
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        run(path);
        return Environment.CpuUsage.TotalTime - before;
    }
}
