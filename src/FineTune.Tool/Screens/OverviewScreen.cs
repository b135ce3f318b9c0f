using System.CommandLine;
using FineTune.Core.Reporting;

namespace FineTune.Tool.Screens;

/// <summary>What <c>finetune</c> alone shows: how to begin, and what there is.</summary>
internal sealed class OverviewScreen(TextWriter output, Ansi ink)
{
    /// <summary>Shows it.</summary>
    public void Write(RootCommand root)
    {
        output.Write($"{ink.Bold("finetune")} {ProductVersion.Text}: {root.Description}\n\n");
        output.Write($"{ink.Bold("Begin")}\n");
        WriteRow("finetune init", "write a manifest and sample data that lint");
        WriteRow("finetune lint", "check them, line by line");
        WriteRow("finetune lint data/*.jsonl", "or check any JSONL files, without a manifest");
        output.Write($"\n{ink.Bold("Commands")}\n");
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
        {
            WriteRow(command.Name, command.Description ?? "", 12);
        }
        output.Write($"\n{ink.Dim("finetune COMMAND --help shows options and examples")}\n");
    }

    private void WriteRow(string name, string text, int column = 28) =>
        output.Write($"  {ink.Green(name)}{new string(' ', Math.Max(1, column - name.Length))}{text}\n");
}
