using System.CommandLine;
using FineTune.Core.Reporting;
using FineTune.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>What <c>finetune</c> alone shows: how to begin, and what there is.</summary>
internal static class OverviewScreen
{
    /// <summary>The page.</summary>
    public static IRenderable Of(RootCommand root) => new Rows(
        new Paragraph("finetune", Paint.Bold).Append($" {ProductVersion.Text}: {root.Description}"),
        Paint.Nothing,
        new Text("Begin", Paint.Bold),
        Names(27,
            ("finetune init", "write a manifest and sample data that lint"),
            ("finetune lint", "check them, line by line"),
            ("finetune lint data/*.jsonl", "or check any JSONL files, without a manifest")),
        Paint.Nothing,
        new Text("Commands", Paint.Bold),
        Names(11, [.. root.Subcommands.Where(command => !command.Hidden).Select(command => (command.Name, command.Description ?? ""))]),
        Paint.Nothing,
        new Text("finetune COMMAND --help shows options and examples", Paint.Dim));

    private static Grid Names(int width, params (string Name, string Text)[] rows) =>
        rows.Aggregate(Facts.Of(2, width), (grid, row) => grid.Add(new Text(row.Name, Paint.Green), new Text(row.Text)));
}
