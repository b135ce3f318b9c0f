using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>The terminal logger, which shows no messages and needs a terminal.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenATerminalShowsIt : IDisposable
{
    private readonly Solution solution;

    public WhenATerminalShowsIt(PackedPackage package) => solution = WhenALineIsBad.Console(package);

    [FullFact]
    public void EachFindingStandsAtItsPlace()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithFault() + "\n" + Sample.Lines(2, from: 80));
        solution.Run("restore").ShouldPass();

        var (exitCode, screen) = Terminal.Build(solution);

        exitCode.ShouldBe(1, screen);
        screen.ShouldNotContain("\e]8;;http", Case.Sensitive, "there is no address of the repository to link to");
        var plain = System.Text.RegularExpressions.Regex.Replace(screen, @"\e\[[0-9;?]*[A-Za-z]|\e\]8;;.*?\e\\", "");
        plain.ShouldContain("data/train.jsonl(3,41,3,51): error FT2009: role is \"asistant\"", Case.Sensitive, plain);
        plain.ShouldContain("data/train.jsonl(61,1", Case.Sensitive, plain);
        plain.ShouldContain("warning FT1007:", Case.Sensitive, plain);
        plain.ShouldContain("Build failed with 1 error(s) and 1 warning(s)", Case.Sensitive, plain);
    }

    public void Dispose() => solution.Dispose();
}
