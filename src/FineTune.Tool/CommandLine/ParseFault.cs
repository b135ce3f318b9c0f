using System.CommandLine;
using System.CommandLine.Parsing;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Globbing;

namespace FineTune.Tool.CommandLine;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class ParseFault
{
    /// <summary>The first fault; null for none.</summary>
    public static string? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).FirstOrDefault(LooksLikeOption) is { } option)
        {
            return UnknownOption(option.Value, command);
        }
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            return command.Subcommands.Count > 0 ? UnknownCommand(token, command) : $"{SafeText.Quote(token)} is more than {CommandPath.Of(command)} takes";
        }
        return parsed.Errors is [var error, ..] ? Explain(error, command) : null;
    }

    private static bool LooksLikeOption(Token token) => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-';

    private static string UnknownOption(string token, Command command)
    {
        var name = token.Split('=', 2)[0];
        var known = command.Options.Concat(GlobalOptions.All).SelectMany(option => option.Aliases.Prepend(option.Name))
            .Where(option => option.StartsWith("--", StringComparison.Ordinal));
        return $"{CommandPath.Of(command)} has no option {SafeText.Quote(name)}{(MayBeAPath(token, command) ? $"; a path that begins with a dash is written {SafeText.Quote("./" + token)}, or after --" : DidYouMean.Of(name, known))}";
    }

    private static bool MayBeAPath(string token, Command command) =>
        command.Arguments.Any(argument => argument.Name == "PATH") && (Path.Exists(token) || token.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || GlobFiles.IsGlob(token));

    private static string UnknownCommand(string token, Command command) =>
        $"there is no command {SafeText.Quote(token)}{DidYouMean.Of(token, command.Subcommands.Select(sub => sub.Name))}";

    private static string Explain(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value{Described(option.Option.Description)}",
        OptionResult { Tokens.Count: > 1 } option when option.Option.Arity.MaximumNumberOfValues == 1 => $"{option.Option.Name} is given {option.Tokens.Count} times; once is enough",
        OptionResult { Tokens: [var token] } option when IsNumber(option.Option) => $"{option.Option.Name} is {SafeText.Quote(token.Value)}; it must be a number",
        CommandResult or ArgumentResult { Tokens.Count: 0 } when command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0) is { } argument =>
            $"{CommandPath.Of(command)} needs {argument.Name}{Described(argument.Description)}",
        _ => error.Message.TrimEnd('.'),
    };

    private static bool IsNumber(Option option) => (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType).IsPrimitive && option.ValueType != typeof(bool);

    private static string Described(string? description) => description is null ? "" : $": {char.ToLowerInvariant(description[0])}{description[1..]}";
}
