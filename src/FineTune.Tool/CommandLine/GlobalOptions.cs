using System.CommandLine;

namespace FineTune.Tool.CommandLine;

/// <summary>The options of every command.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Manifest { get; } = new("--manifest", "-m")
    {
        Description = "The manifest (default: finetune.yml here, or above up to the folder with .git)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<Verbosity> Verbosity { get; } = new("--verbosity", "-v")
    {
        Description = "quiet, normal, detailed or diagnostic (default: normal)",
        HelpName = "LEVEL",
        Recursive = true,
        DefaultValueFactory = _ => CommandLine.Verbosity.Normal,
        CustomParser = result =>
        {
            if (Enum.TryParse<Verbosity>(result.Tokens[0].Value, ignoreCase: true, out var level) && Enum.IsDefined(level))
            {
                return level;
            }
            result.AddError(Choice.Fault("--verbosity", result.Tokens[0].Value, Enum.GetNames<Verbosity>().Select(name => name.ToLowerInvariant())));
            return default;
        },
    };

    public static Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "No colours, also on a terminal (as NO_COLOR does)",
        Recursive = true,
    };

    public static Option<string[]> AllowOutside { get; } = new("--allow-outside")
    {
        Description = "A folder outside the repository that data may be read from; may be repeated",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Help { get; } = new("--help", "-h", "-?")
    {
        Description = "Shows help for the command",
        Recursive = true,
    };

    public static IReadOnlyList<Option> All { get; } = [Manifest, Verbosity, NoColor, AllowOutside, Help];
}
