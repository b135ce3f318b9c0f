using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using FineTune.Core.Files;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;
using FineTune.Core.Reporting.Frames;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>One format and where it goes.</summary>
/// <param name="Format">The format.</param>
/// <param name="Path">Absolute path of the file; null for stdout.</param>
/// <param name="Call">The run it belongs to.</param>
internal sealed record OutputTarget(IReportFormat Format, string? Path, Invocation Call)
{
    private const int MostSummaryBytes = 1_000_000;

    /// <summary>Whether a person reads it on stdout.</summary>
    public bool IsText => Format is TextFormat && Path is null;

    /// <summary>The targets of a command line, in its order: an <c>--output</c> belongs to the <c>--format</c> before it.</summary>
    /// <exception cref="UsageException">Two documents would be mixed on stdout.</exception>
    public static IReadOnlyList<OutputTarget> Read(Invocation call, Option<string[]> formats, Option<string[]> outputs)
    {
        var targets = new List<OutputTarget>();
        var waiting = false;
        foreach (var (option, value) in Values(call.Parsed.Tokens))
        {
            if (formats.Name == option || formats.Aliases.Contains(option))
            {
                targets.Add(new(ReportFormats.Find(value)!, null, call));
                waiting = true;
            }
            else if (outputs.Name == option || outputs.Aliases.Contains(option))
            {
                var path = call.Resolve(value);
                var format = waiting ? targets[^1].Format : ReportFormats.ForFile(path);
                if (waiting)
                {
                    targets.RemoveAt(targets.Count - 1);
                }
                targets.Add(new(format, path, call));
                waiting = false;
            }
        }
        if (targets.All(target => target.Path is not null) && !targets.Any(target => target.Format is TextFormat))
        {
            targets.Insert(0, new(ReportFormats.Find("text")!, null, call));
        }
        Check(targets);
        if (targets.Any(target => target is { Path: null, Format.Name: "github" }) && StepSummary(call) is { } summary && !targets.Any(target => target.Path == summary))
        {
            targets.Add(new(ReportFormats.Find("markdown")!, summary, call));
        }
        return targets;
    }

    /// <summary>How text is shown to whom.</summary>
    public static TextStyle Style(Invocation call, bool terminal) => new(
        terminal && call.WantsColor,
        Frames: call.Verbosity == Verbosity.Quiet ? 0 : TextStyle.Plain.Frames,
        Width: terminal ? call.Surroundings.Width : TextStyle.Plain.Width,
        Summary: call.Verbosity > Verbosity.Quiet);

    /// <summary>Writes the report there; a file is replaced as a whole, but GitHub's step summary is added to.</summary>
    /// <exception cref="UsageException">The file can't be written.</exception>
    public void Write(ReportContent content)
    {
        // Text is read here and paths start where the reader stands; what machines read starts at the repository.
        var local = Format.IsDocument || Format.Name is "github" or "azure"
            ? content with { Folder = ReportContents.Root(Call, content.Lint), Elapsed = null }
            : content;
        if (Path is null)
        {
            (Format is TextFormat ? new TextFormat(Style(Call, Call.Surroundings.OutputIsTerminal)) : Format).Write(local, Call.Output);
            return;
        }
        try
        {
            var isSummary = Path == StepSummary(Call);
            if (isSummary && File.Exists(Path))
            {
                local = local with { SummaryBytes = MostSummaryBytes - (int)Math.Min(new FileInfo(Path).Length, MostSummaryBytes) };
            }
            using var file = new StreamWriter(Path, append: isSummary, new UTF8Encoding(false)) { NewLine = "\n" };
            Format.Write(local, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Call.Show(Path)} can't be written: {IOFault.Describe(e)}");
        }
    }

    // Who asks for annotations in a step of a GitHub workflow gets the step's summary too.
    private static string? StepSummary(Invocation call) => call.Surroundings.Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? call.Resolve(path) : null;

    private static void Check(List<OutputTarget> targets)
    {
        OutputTarget[] printed = [.. targets.Where(target => target.Path is null)];
        if (printed.Length > 1 && Array.Find(printed, target => target.Format.IsDocument) is { } document)
        {
            throw new UsageException($"{document.Format.Name} can't share stdout with another format; give it --output FILE");
        }
    }

    private static IEnumerable<(string Option, string Value)> Values(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Type == TokenType.Option && tokens[i + 1].Type == TokenType.Argument)
            {
                yield return (tokens[i].Value, tokens[i + 1].Value);
            }
        }
    }
}
