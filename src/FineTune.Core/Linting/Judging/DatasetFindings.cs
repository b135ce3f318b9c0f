using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>Where rules about a whole dataset report.</summary>
internal sealed class DatasetFindings(DatasetScope scope, IReadOnlyList<DatasetFile> files, DatasetReport report)
{
    private readonly Dictionary<(Rule, int), int> counts = [];

    public List<Finding> All { get; } = [];

    public DatasetScope Scope { get; } = scope;

    public IReadOnlyList<DatasetFile> Files { get; } = files;

    /// <summary>Examples in all files, also those that could not be read.</summary>
    public long Examples { get; } = report.Examples;

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; } = report.Files.Sum(file => file.Bytes);

    /// <summary>Bytes that would be uploaded.</summary>
    public long UploadBytes { get; } = report.UploadBytes;

    /// <summary>Tokens of the dataset; null unless they were asked for.</summary>
    public TokenTotals? Tokens { get; } = report.Tokens;

    /// <summary>Reports the dataset as a whole, at the start of its first file.</summary>
    public void Report(Rule rule, string message) => Report(rule, 0, message);

    /// <summary>Reports the dataset as a whole, no heavier than <paramref name="most"/>.</summary>
    public void Report(Rule rule, Severity most, string message) => Add(rule, most, 0, TextRange.FileStart, message, null);

    /// <summary>Reports a file as a whole.</summary>
    public void Report(Rule rule, int file, string message) => Add(rule, file, TextRange.FileStart, message, null);

    /// <summary>Reports an example; its line is read again for its columns.</summary>
    public void Report(Rule rule, ExamplePlace place, string message) => Report(rule, place, static _ => null, message);

    /// <summary>Reports an example, no heavier than <paramref name="most"/>.</summary>
    public void Report(Rule rule, Severity most, ExamplePlace place, string message) => Report(rule, most, place, static _ => null, () => message);

    /// <summary>Reports an example; the message, which may have to read another line for its number, is made only where it is shown.</summary>
    public void Report(Rule rule, ExamplePlace place, Func<string> message) => Report(rule, Severity.Error, place, static _ => null, message);

    /// <summary>Reports an example whose message names a place of its own; <paramref name="cause"/> is what it has in common with others, which are said once where they are many.</summary>
    public void Report(Rule rule, ExamplePlace place, string cause, Func<string> message) => Report(rule, Severity.Error, place, static _ => null, message, cause);

    /// <summary>Reports a part of an example; its line is read again to find the part.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">The example.</param>
    /// <param name="part">Finds the part: its first byte in the line, and after its last; nothing where it is the whole line.</param>
    /// <param name="message">What is wrong.</param>
    public void Report(Rule rule, ExamplePlace place, Func<Example, (int Start, int End)?> part, string message) => Report(rule, Severity.Error, place, part, () => message);

    private void Report(Rule rule, Severity most, ExamplePlace place, Func<Example, (int Start, int End)?> part, Func<string> message, string? cause = null)
    {
        var count = counts[(rule, place.File)] = counts.GetValueOrDefault((rule, place.File)) + 1;
        if (count <= Scope.MostFindings)
        {
            var example = ReadAgain(place);
            var (start, end) = (example is null ? null : part(example)) ?? (0, int.MaxValue);
            var line = example is null ? DataFile.ReadLine(Files[place.File].Path, place.Offset) : example.Line;
            Add(rule, most, place.File, LineColumns.RangeOf(line, LineOf(place), start, end), message(), ExampleId.Of(line), cause);
        }
    }

    /// <summary>Reads an example again; null where it is no longer what it was.</summary>
    public Example? ReadAgain(ExamplePlace place) => Files[place.File].Read(place.Offset, Scope.HasItems);

    /// <summary>The names of an example's top-level properties.</summary>
    public IReadOnlyList<string> KeysOf(ExamplePlace place)
    {
        var keys = new List<string>();
        if (ReadAgain(place) is { } example)
        {
            foreach (var property in example.Tape.Properties(0))
            {
                keys.Add(example.Show(property.Name));
            }
        }
        return keys;
    }

    /// <summary>1-based line of an example.</summary>
    public int LineOf(ExamplePlace place) => Files[place.File].Places.LineOf(Files[place.File].Path, place.Offset);

    /// <summary>An example as a message names it: its line, and its file where that is another one.</summary>
    public string Name(ExamplePlace place, int seenFrom) =>
        place.File == seenFrom ? $"line {LineOf(place):N0}" : $"line {LineOf(place):N0} of {SafeText.Quote(System.IO.Path.GetFileName(Files[place.File].Path))}";

    /// <summary>Counts examples that have a fault like those that were reported, and whose places nobody kept.</summary>
    public void CountOthers(Rule rule, int file, long others) =>
        counts[(rule, file)] = (int)Math.Min(int.MaxValue, counts.GetValueOrDefault((rule, file)) + others);

    /// <summary>Says one cause once, and sums up what went beyond the limit at the last place that is shown.</summary>
    public void Finish()
    {
        foreach (var ((rule, file), count) in counts)
        {
            var shown = All.FindAll(finding => finding.Code == rule.Code && finding.Path == Files[file].Path && finding.Example is not null);
            var unshown = count - shown.Count;
            foreach (var cause in Scope.AllFindings ? [] : shown.GroupBy(finding => (finding.Severity, finding.Cause ?? finding.Message)).Select(equal => equal.ToList()))
            {
                // What is not shown is one of them where there is but one cause.
                var often = cause.Count + (cause.Count == shown.Count ? unshown : 0);
                if (CauseTally.IsOften(often, often, report.Files[file].Examples))
                {
                    All.RemoveAll(cause.Contains);
                    All.Add(Fold(cause, often, report.Files[file].Examples));
                    unshown = cause.Count == shown.Count ? 0 : unshown;
                }
            }
            if (unshown > 0 && shown.Count > 0)
            {
                All.Add(shown[^1] with { Message = FindingLimit.Rest(rule, unshown), Example = null });
            }
        }
    }

    private static Finding Fold(List<Finding> equal, int count, long examples)
    {
        var repeats = new Repetition(equal[0].Cause ?? equal[0].Message, count, count, examples, [.. equal.Take(CauseTally.MostPlaces).Select(finding => finding.Range)]);
        return equal[0] with { Message = repeats.Message, Example = null, Repeats = repeats, Cause = null };
    }

    private void Add(Rule rule, int file, TextRange range, string message, string? example) =>
        Add(rule, Severity.Error, file, range, message, example);

    private void Add(Rule rule, Severity most, int file, TextRange range, string message, string? example, string? cause = null)
    {
        var severity = Scope.SeverityOf(rule) is var own && own < most ? own : most;
        if (severity != Severity.None)
        {
            All.Add(new Finding(rule.Code, severity, Files[file].Path, range, SafeText.Clean(message)) { Example = example, Cause = cause });
        }
    }
}
