using System.Text;
using FineTune.Core.Catalog;

namespace FineTune.Tool.Terminal;

/// <summary>All that the tool takes from the process it runs in: console, environment, clock, working folder.</summary>
internal sealed class Surroundings : IDisposable
{
    private const int WidthOfPipes = 100;
    private const int Narrowest = 40;
    private const int Widest = 200;

    /// <summary>Where data goes.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where messages and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Which of the two could not be written to its end, and why; null where all that was said was written.</summary>
    public Func<(string Name, Exception Fault)?> LostOutput { get; init; } = () => null;

    /// <summary>Where answers come from.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Opens what comes on stdin as it is.</summary>
    public Func<Stream> InputBytes { get; init; } = Console.OpenStandardInput;

    /// <summary>Whether a person reads <see cref="Output"/> on a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads <see cref="Error"/> on a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether a person can be asked.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Columns of a page: those of the terminal, where they are enough for one and not too many to read.</summary>
    public int Width { get; init; } = WidthOfPipes;

    /// <summary>Whether the terminal has too few columns for what is written over: a line that wraps is not where the cursor goes back to.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>The value of an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Absolute path of the working folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether this is a CI job: nobody looks at the terminal, if there is one.</summary>
    public bool IsCI => Variable("CI") is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether colours are unwelcome.</summary>
    public bool NoColor => Variable("NO_COLOR") is { Length: > 0 } || Variable("TERM") == "dumb" || IsCI;

    /// <summary>The real ones.</summary>
    public static Surroundings OfThisProcess()
    {
        ClosedStreams.Replace();
        var outputIsTerminal = !Console.IsOutputRedirected;
        var errorIsTerminal = !Console.IsErrorRedirected;
        if (OperatingSystem.IsWindows() && (outputIsTerminal || errorIsTerminal))
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
        var width = outputIsTerminal || errorIsTerminal ? WindowWidth() : null;
        var (output, error) = (new ConsoleOutput(Console.OpenStandardOutput), new ConsoleOutput(Console.OpenStandardError));
        return new()
        {
            Output = Writer(output, outputIsTerminal),
            Error = Writer(error, flushes: true),
            LostOutput = () => output.Fault is { } lost ? ("stdout", lost) : error.Fault is { } unsaid ? ("stderr", unsaid) : null,
            Input = Console.In,
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            InputIsTerminal = !Console.IsInputRedirected,
            Width = Math.Clamp(width ?? WidthOfPipes, Narrowest, Widest),
            IsNarrow = width < Narrowest,
            Variable = Environment.GetEnvironmentVariable,
            Folder = Environment.CurrentDirectory,
        };
    }

    /// <summary>The day that lifecycle dates are judged by.</summary>
    /// <exception cref="UsageException"><c>FINETUNE_TODAY</c> is not a date.</exception>
    public DateOnly Today() => TodayText.Read(Variable(TodayText.Variable), Clock) ?? throw new UsageException(TodayText.Fault);

    public void Dispose()
    {
        Output.Flush();
        Error.Flush();
    }

    private static StreamWriter Writer(Stream stream, bool flushes) => new(stream, new UTF8Encoding(false), bufferSize: 1 << 14)
    {
        AutoFlush = flushes,
        NewLine = "\n",
    };

    // Null where nobody says: a terminal of no width is one that does not know it.
    private static int? WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
