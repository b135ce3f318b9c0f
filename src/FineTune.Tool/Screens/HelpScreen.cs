using System.CommandLine;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>What <c>--help</c> shows: words of our own, which need not be made safe.</summary>
internal static class HelpScreen
{
    private const int WidestName = 32;
    private const int Indent = 2;

    /// <summary>The help of one command.</summary>
    public static IRenderable Of(Command command) => new Rows(
    [
        new Paragraph(CommandPath.Of(command), Paint.Bold).Append($": {command.Description}"),
        .. Section("Usage", [Whole(Usage(command))]),
        .. Section("Commands", Names(command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)))),
        .. Section("Arguments", Names(command.Arguments.Select(argument => (Name(argument), argument.Description)))),
        .. Section("Options", Names(command.Options.Except(GlobalOptions.All).Where(option => !option.Hidden).Select(option => (Name(option), option.Description)))),
        .. Section("Options of every command", Names(GlobalOptions.All.Select(option => (Name(option), option.Description)))),
        .. command is ToolCommand tool ? More(tool) : [],
    ]);

    private static IEnumerable<IRenderable> More(ToolCommand command) =>
    [
        .. command.Remarks is { } remarks ? [Paint.Nothing, .. remarks.Split('\n').Select(paragraph => new Text(paragraph))] : Array.Empty<IRenderable>(),
        .. Section("Examples", command.Examples.Select(example => Whole(example, Paint.Green))),
    ];

    private static IEnumerable<IRenderable> Section(string title, IEnumerable<IRenderable> parts)
    {
        IRenderable[] all = [.. parts];
        return all.Length == 0 ? [] : [Paint.Nothing, new Text(title, Paint.Bold), .. all];
    }

    private static IEnumerable<IRenderable> Names(IEnumerable<(string Name, string? Text)> rows)
    {
        (string Name, string? Text)[] all = [.. rows];
        var column = Math.Min(WidestName, all.Select(row => row.Name.Length).DefaultIfEmpty(0).Max());
        foreach (var (name, text) in all)
        {
            // A name that is too long has a line for itself.
            if (name.Length > column)
            {
                yield return Facts.Line(Indent, new Text(name, Paint.Green));
            }
            yield return Facts.Of(Indent, column + 1).Add(new Text(name.Length > column ? "" : name, Paint.Green), new Text(text ?? ""));
        }
    }

    private static Unbroken Whole(string line, Style? style = null) => new(new Text(new string(' ', Indent) + line, style));

    private static string Usage(Command command)
    {
        var parts = new List<string> { CommandPath.Of(command) };
        parts.AddRange(command.Subcommands.Count > 0 ? ["COMMAND"] : command.Arguments.Select(Name));
        parts.Add("[options]");
        return string.Join(' ', parts);
    }

    private static string Name(Argument argument)
    {
        var name = argument.HelpName ?? argument.Name;
        var many = argument.Arity.MaximumNumberOfValues > 1 ? name + "…" : name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{many}]" : many;
    }

    private static string Name(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias != "-?").Append(option.Name).Distinct());
        return option.ValueType == typeof(bool) ? names : $"{names} {option.HelpName ?? "VALUE"}";
    }
}
