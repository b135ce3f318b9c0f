using System.CommandLine;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Commands;

namespace FineTune.Tool;

/// <summary>All commands, in the order that help shows them.</summary>
internal static class CommandTree
{
    /// <summary>The root of a fresh tree.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("Lint fine-tuning data, train what changed, keep model IDs in a lockfile");
        root.Options.Clear();
        foreach (var option in GlobalOptions.All)
        {
            root.Add(option);
        }
        foreach (var command in Commands())
        {
            root.Add(command);
        }
        return root;
    }

    private static Command[] Commands() =>
    [
        new InitCommand(),
        new LintCommand(),
        new FixCommand(),
        new ExplainCommand(),
        new RulesCommand(),
        new StatsCommand(),
        new DiffCommand(),
        new PlanCommand(),
        new ReleaseCommand(),
        new StatusCommand(),
        new SyncCommand(),
        new CancelCommand(),
        new VerifyCommand(),
        new OutdatedCommand(),
        new HistoryCommand(),
        new RollbackCommand(),
        new TryCommand(),
        new PruneCommand(),
        new LockCommand(),
        new SchemaCommand(),
        new EmulatorCommand(),
        new BuildCommand(),
    ];
}
