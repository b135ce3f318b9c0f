using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Tests.Screens;

/// <summary>Reading, with a person at the terminal.</summary>
public sealed class WhenDataIsRead
{
    [Fact]
    public void NothingMovesForWorkThatIsOverAtOnce() => Read(TimeSpan.Zero).ShouldBeEmpty();

    [Fact]
    public void ALineMovesWhileItTakesLonger()
    {
        var shown = Read(TimeSpan.FromSeconds(1.5));

        shown.ShouldContain("reading");
        shown.ShouldContain("50%");
    }

    private static string Read(TimeSpan time)
    {
        using var error = new StringWriter();
        using var surroundings = new Surroundings
        {
            Output = TextWriter.Null,
            Error = error,
            Input = TextReader.Null,
            ErrorIsTerminal = true,
            Variable = _ => null,
            Folder = Path.GetTempPath(),
        };
        using var call = new Invocation(CommandTree.Build().Parse("lint"), surroundings);
        using (var progress = new ProgressLine(call, "reading", () => 2_000_000))
        {
            progress.Report(1_000_000);
            Thread.Sleep(time);
        }
        return error.ToString();
    }
}
