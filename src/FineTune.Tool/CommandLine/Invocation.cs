using System.CommandLine;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Core.Reporting.Frames;
using FineTune.Tool.Rendering;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>One run of a command: what was asked for, and where it is answered.</summary>
internal sealed class Invocation(ParseResult parsed, Surroundings surroundings) : IDisposable
{
    private Verbosity? verbosity;
    private StandardInput? input;

    /// <summary>Console, environment, clock, folder.</summary>
    public Surroundings Surroundings { get; } = surroundings;

    /// <summary>The parsed command line.</summary>
    public ParseResult Parsed { get; } = parsed;

    /// <summary>Where data goes that machines read, as it is.</summary>
    public TextWriter Output => Surroundings.Output;

    /// <summary>Where data goes that people read.</summary>
    public TextWriter Text => new SafeWriter(Surroundings.Output, OutputHasColor);

    /// <summary>Where messages go.</summary>
    public TextWriter Messages => new SafeWriter(Surroundings.Error, MessagesHaveColor);

    /// <summary>Where pages are drawn that people read.</summary>
    public Screen Screen => new(Text, OutputHasColor, Surroundings.OutputIsTerminal ? Surroundings.Width : Screen.Endless);

    /// <summary>Where pages are drawn that are messages.</summary>
    public Screen MessageScreen => new(Messages, MessagesHaveColor, Surroundings.ErrorIsTerminal ? Surroundings.Width : Screen.Endless);

    /// <summary>How much to say.</summary>
    public Verbosity Verbosity => verbosity ??= Parsed.GetValue(GlobalOptions.Verbosity);

    /// <summary>Whether data is read by a person on a terminal who likes colours.</summary>
    public bool OutputHasColor => Surroundings.OutputIsTerminal && WantsColor;

    private bool MessagesHaveColor => Surroundings.ErrorIsTerminal && WantsColor;

    /// <summary>Whether a person follows messages on a terminal: then progress moves.</summary>
    public bool ShowsProgress => Surroundings.ErrorIsTerminal && !Surroundings.IsNarrow && !Surroundings.IsCI && Surroundings.Variable("TERM") != "dumb" && Verbosity > Verbosity.Quiet;

    /// <summary>Colours of data.</summary>
    public Ansi Ink => new(OutputHasColor);

    /// <summary>Colours of messages.</summary>
    public Ansi MessageInk => new(MessagesHaveColor);

    /// <summary>Whether colours are welcome where there is a terminal.</summary>
    public bool WantsColor => !Surroundings.NoColor && !Parsed.GetValue(GlobalOptions.NoColor);

    /// <summary>The value of an option.</summary>
    public T? Get<T>(Option<T> option) => Parsed.GetValue(option);

    /// <summary>The value of an argument.</summary>
    public T? Get<T>(Argument<T> argument) => Parsed.GetValue(argument);

    /// <summary>A path of the command line as an absolute one.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Surroundings.Folder);

    /// <summary>A file's path as a person in the working folder would write it.</summary>
    public string Show(string path) => IsInput(path) ? StandardInput.Shown : SafeText.Clean(PathText.Relative(path, Surroundings.Folder));

    /// <summary>Whether a path is where stdin is kept.</summary>
    public bool IsInput(string path) => path == input?.Path;

    /// <summary>Absolute path of the file in which stdin is kept; null where nobody asked for it.</summary>
    public string? InputPath => input?.Path;

    /// <summary>What comes on stdin, read once.</summary>
    public StandardInput ReadInput(CancellationToken cancellation)
    {
        if (input is null && Surroundings.InputIsTerminal)
        {
            var end = OperatingSystem.IsWindows() ? "Ctrl-Z" : "Ctrl-D";
            Say($"reading the data from the terminal: {end} ends it; to read from a program: cat data.jsonl | {CommandPath.Of(Parsed.CommandResult.Command)} -");
        }
        return input ??= StandardInput.Read(Surroundings, cancellation);
    }

    /// <summary>Folders outside the repository that may be read.</summary>
    public IReadOnlyList<string> AllowedOutside => [.. (Get(GlobalOptions.AllowOutside) ?? []).Select(Resolve)];

    /// <summary>Tells the user something, unless quiet.</summary>
    public void Say(string message)
    {
        if (Verbosity > Verbosity.Quiet)
        {
            Messages.Write(message + "\n");
        }
    }

    /// <summary>Tells the user what he asked to know in detail.</summary>
    public void Detail(string message)
    {
        if (Verbosity >= Verbosity.Detailed)
        {
            Messages.Write(MessageInk.Dim(message) + "\n");
        }
    }

    /// <summary>Tells the user what went wrong, in one line.</summary>
    public void Fail(string message) => Messages.Write($"{MessageInk.Red("error")}: {SafeText.Clean(message)}\n");

    /// <summary>Tells the user what went wrong, by its rule; builds read the line as well.</summary>
    public void Fail(Rule rule, string message) => Fail(rule.Code, message);

    /// <summary>Tells the user what went wrong, by its code.</summary>
    public void Fail(string code, string message) => Messages.Write($"{MessageInk.Red("error")} {code}: {SafeText.Clean(message)}\n");

    /// <summary>Tells the user about a finding that belongs to no report.</summary>
    public void Fail(Finding finding)
    {
        var word = finding.Severity.Name();
        var painted = finding.Severity is Severity.Error ? MessageInk.Red(word) : MessageInk.Yellow(word);
        var start = finding.Range.Start;
        Messages.Write($"{Show(finding.Path)}:{start.Line}:{start.Column}  {painted} {MessageInk.Bold(finding.Code)}  {finding.Message}\n");
    }

    public void Dispose() => input?.Dispose();
}
