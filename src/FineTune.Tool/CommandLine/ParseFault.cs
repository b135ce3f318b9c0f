using System.CommandLine;
using FineTune.Core.Findings;

namespace FineTune.Tool.CommandLine;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class ParseFault
{
    /// <summary>The first fault; null for none.</summary>
    public static string? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            return token.StartsWith('-') ? UnknownOption(token, command)
                : command.Subcommands.Count > 0 ? UnknownCommand(token, command)
                : $"{SafeText.Quote(token)} is more than {CommandTree.PathOf(command)} takes";
        }
        return parsed.Errors is [var error, ..] ? Sentence(error.Message) : null;
    }

    private static string UnknownOption(string token, Command command)
    {
        var name = token.Split('=', 2)[0];
        var known = command.Options.Concat(GlobalOptions.All).SelectMany(option => option.Aliases.Prepend(option.Name))
            .Where(option => option.StartsWith("--", StringComparison.Ordinal));
        return $"{CommandTree.PathOf(command)} has no option {SafeText.Quote(name)}{DidYouMean.Of(name, known)}";
    }

    private static string UnknownCommand(string token, Command command) =>
        $"there is no command {SafeText.Quote(token)}{DidYouMean.Of(token, command.Subcommands.Select(sub => sub.Name))}";

    // The parser's own messages are sentences; ours are not.
    private static string Sentence(string message) =>
        message.Length > 1 && char.IsUpper(message[0]) && char.IsLower(message[1])
            ? char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.')
            : message.TrimEnd('.');
}
