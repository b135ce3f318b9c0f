using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Fixing.Fixes;
using FineTune.Core.Linting.Diagnosis;

namespace FineTune.Core.Fixing;

/// <summary>Applies all fixes to one line after the other.</summary>
internal sealed class LineFixer(FixScope scope)
{
    private readonly IReadOnlyList<ILineFix> fixes = [.. FixBook.LineFixes.Where(fix => fix.AppliesTo(scope))];

    /// <summary>The line as fixes see it; after <see cref="Fix"/>, as it is now where it stayed one line.</summary>
    public FixLine Line { get; } = new(scope);

    /// <summary>Mends a line.</summary>
    /// <param name="buffer">What the line lies in.</param>
    /// <param name="start">Its offset there.</param>
    /// <param name="length">Its bytes without its line end.</param>
    /// <param name="number">1-based line in the file.</param>
    /// <param name="tally">Takes what was mended and what was left.</param>
    /// <returns>The line or lines anew; null where it stays as it is.</returns>
    public IReadOnlyList<byte[]>? Fix(byte[] buffer, int start, int length, int number, FixTally tally)
    {
        var (first, firstStart, firstLength) = (buffer, start, length);
        var (now, done) = ((byte[]?)null, new List<(Rule Rule, string[] LeftOut)>());
        Line.Read(buffer, start, length, number);
        foreach (var fix in fixes)
        {
            var mended = Line.IsUtf8 ? fix.Apply(Line) : null;
            tally.Leave(Line.Left);
            if (mended is null)
            {
                continue;
            }
            if (mended.Contains((byte)'\n'))
            {
                tally.Count(fix.Rule);
                return [.. Split(mended).SelectMany(part => Fix(part, 0, part.Length, number, tally) ?? [part])];
            }
            string[] leftOut = [.. Line.LeftOut];
            Line.Read(mended, 0, mended.Length, number);
            if (fix.Apply(Line) is not null)
            {
                // What is not whole after one time is not understood.
                (buffer, start, length) = now is null ? (buffer, start, length) : (now, 0, now.Length);
                Line.Read(buffer, start, length, number);
                continue;
            }
            now = mended;
            done.Add((fix.Rule, leftOut));
        }
        if (Line.Fault.Kind != JsonFaultKind.None && now is not null)
        {
            // Half mended is not mended.
            (now, done) = (null, []);
            Line.Read(first, firstStart, firstLength, number);
        }
        LeaveWhatIsNotJson(tally);
        foreach (var (rule, leftOut) in done)
        {
            tally.Count(rule);
            tally.LeaveOut(leftOut);
        }
        return now is null ? null : [now];
    }

    private void LeaveWhatIsNotJson(FixTally tally)
    {
        if (!Line.IsUtf8)
        {
            Line.Leave(FileRules.EncodingNotUtf8, "the line is not UTF-8");
        }
        else if (Line.Fault.Kind == JsonFaultKind.Syntax)
        {
            Line.Leave(FileRules.JsonSyntax, JsonCause.Find(Line.Example.Line, Line.Fault.Offset).Message);
        }
        tally.Leave(Line.Left);
    }

    private static IEnumerable<byte[]> Split(byte[] lines)
    {
        for (var start = 0; start < lines.Length;)
        {
            var newline = lines.AsSpan(start).IndexOf((byte)'\n');
            var end = newline < 0 ? lines.Length : start + newline;
            yield return lines[start..end];
            start = end + 1;
        }
    }
}
