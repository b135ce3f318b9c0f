using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Tests;

public sealed class WhenHelpIsAskedFor : IDisposable
{
    private readonly Workspace workspace = new();

    public static TheoryData<string> Commands => [.. Paths(CommandTree.Build(), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void EachCommandShowsTwoExamplesOfItself(string command)
    {
        var run = workspace.Run([.. command.Split(' '), "--help"]);
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldStartWith($"finetune {command}: ");
        var examples = run.Output[run.Output.IndexOf("\nExamples\n", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("  finetune ", StringComparison.Ordinal)).ToArray();
        examples.Length.ShouldBeGreaterThanOrEqualTo(2);
        examples.ShouldAllBe(example => example.StartsWith($"  finetune {command}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void TheExamplesAreCommandLinesThatParse(string command)
    {
        var found = Find(CommandTree.Build(), command);
        foreach (var example in found.Examples)
        {
            var line = example.Split('>', '<', '|')[0].Trim()["finetune ".Length..];
            ParseFault.Find(CommandTree.Build().Parse(line)).ShouldBeNull(example);
        }
    }

    [Fact]
    public void NoArgumentsShowHowToBegin()
    {
        var run = workspace.Run();
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("finetune init");
        run.Output.ShouldContain("\nCommands\n");
    }

    [Fact]
    public void TheRootListsItsCommands() => workspace.Run("--help").Output.ShouldContain("  lint ");

    [Fact]
    public void TheVersionIsAlone() => workspace.Run("--version").Output.ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$");

    public void Dispose() => workspace.Dispose();

    private static IEnumerable<string> Paths(System.CommandLine.Command command, string prefix) => command.Subcommands.SelectMany(
        sub => sub is ToolCommand ? [prefix + sub.Name] : Paths(sub, prefix + sub.Name + " "));

    private static ToolCommand Find(System.CommandLine.Command command, string path) =>
        (ToolCommand)path.Split(' ').Aggregate(command, (parent, name) => parent.Subcommands.Single(sub => sub.Name == name));
}
