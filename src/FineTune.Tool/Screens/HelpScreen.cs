using System.CommandLine;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>What <c>--help</c> shows.</summary>
internal sealed class HelpScreen(TextWriter output, Ansi ink, int width)
{
    private const int WidestName = 32;

    /// <summary>Shows the help of one command.</summary>
    public void Write(Command command)
    {
        output.Write($"{ink.Bold(CommandPath.Of(command))}: {command.Description}\n\n");
        output.Write($"{ink.Bold("Usage")}\n  {Usage(command)}\n");
        WriteRows("Commands", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)));
        WriteRows("Arguments", command.Arguments.Select(argument => (Name(argument), argument.Description)));
        WriteRows("Options", command.Options.Except(GlobalOptions.All).Where(option => !option.Hidden).Select(option => (Name(option), option.Description)));
        WriteRows("Options of every command", GlobalOptions.All.Select(option => (Name(option), option.Description)));
        if (command is not ToolCommand tool)
        {
            return;
        }
        if (tool.Remarks is { } remarks)
        {
            output.Write("\n");
            foreach (var paragraph in remarks.Split('\n'))
            {
                WriteWrapped(paragraph, indent: 0, width);
            }
        }
        output.Write($"\n{ink.Bold("Examples")}\n");
        foreach (var example in tool.Examples)
        {
            output.Write($"  {ink.Green(example)}\n");
        }
    }

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

    private void WriteRows(string title, IEnumerable<(string Name, string? Text)> rows)
    {
        (string Name, string? Text)[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }
        output.Write($"\n{ink.Bold(title)}\n");
        var column = Math.Min(WidestName, all.Max(row => row.Name.Length)) + 4;
        foreach (var (name, text) in all)
        {
            output.Write($"  {ink.Green(name)}");
            output.Write(name.Length + 4 > column ? "\n" + new string(' ', column) : new string(' ', column - name.Length - 2));
            WriteWrapped(text ?? "", column, width);
        }
    }

    private void WriteWrapped(string text, int indent, int columns)
    {
        var room = Math.Max(30, columns - indent);
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                output.Write("\n" + new string(' ', indent));
                used = 0;
            }
            output.Write(used > 0 ? " " + word : word);
            used += (used > 0 ? 1 : 0) + word.Length;
        }
        output.Write("\n");
    }
}
