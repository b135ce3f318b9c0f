using System.CommandLine;

namespace FineTune.Tool.CommandLine;

/// <summary>A command as it is typed: <c>finetune lock merge</c>.</summary>
internal static class CommandPath
{
    public static string Of(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Of(parent)} {command.Name}" : "finetune";
}
