using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Fixing;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Says what was fixed in a file, and what was not.</summary>
internal sealed class FixScreen(Invocation call, bool isDryRun)
{
    private const int MostReasons = 10;

    // What a line is that is no JSON, the linter says again in a moment.
    private static readonly string[] SaidByTheLinter = [FileRules.EncodingNotUtf8.Code, FileRules.JsonSyntax.Code];

    public void Write(FileFix file)
    {
        var path = call.Show(file.Path);
        if (file.Fault is { } fault)
        {
            call.Fail($"{path} {fault}");
            return;
        }
        if (file is { Lines: 0, LeftCount: 0 })
        {
            call.Detail($"{path}: nothing to fix");
            return;
        }
        var codes = string.Join(", ", file.Fixed.OrderByDescending(entry => entry.Value).Select(entry => $"{entry.Value:N0} × {entry.Key}"));
        var done = file.Lines == 0 ? "nothing fixed" : $"{Amount.Of(file.Lines, "line")} {(isDryRun ? "to fix" : "fixed")} ({codes})";
        call.Say($"{path}: {done}{(file.LeftCount > 0 ? $", {file.LeftCount:N0} left" : "")}");
        if (file.LeftOut.Count > 0)
        {
            call.Say($"  left out: {string.Join(", ", file.LeftOut.Select(SafeText.Quote))}, which {(file.LeftOut.Count == 1 ? "is" : "are")} no part of an example");
        }
        foreach (var left in file.Left.Where(left => isDryRun || !SaidByTheLinter.Contains(left.Code)).GroupBy(left => (left.Code, left.Reason)).Take(MostReasons))
        {
            var others = left.Count() - 1;
            call.Say($"  line {left.First().Line}{(others > 0 ? $" and {others:N0} more" : "")}: {left.Key.Code}  {left.Key.Reason}");
        }
    }
}
