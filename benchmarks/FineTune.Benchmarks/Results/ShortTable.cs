using System.Globalization;

namespace FineTune.Benchmarks.Results;

/// <summary>What README says: a line for each figure, ours = 1.00, with its bound; below it what was measured on.</summary>
internal static class ShortTable
{
    public static string Of(StoredResults results) => string.Join('\n',
    [
        $"| | {Readings.Native} | portable | beside it, {Readings.Native} = 1.00 | bound |",
        "| --- | --: | --: | --- | --- |",
        .. results.Figures.Select(Row),
        "",
        Circumstances(results),
        "",
        .. results.CountedTexts.Where(text => text.Wrong.Any()).Select(Miscounts),
    ]);

    private static string Row(Figure figure)
    {
        var peers = figure.Peers.Select(peer => $"{peer.Name} {Numbers.Text(peer.Beside(figure.Ours).Median)}");
        return $"| {figure.Name}, {figure.Measure} | {Reading(figure.Ours, figure.Unit)} | {Reading(figure.Portable, figure.Unit)} | {string.Join(", ", peers)} | {Verdict(figure)} |";
    }

    private static string Reading(Readings? program, string unit) => program is null ? "" : $"{Numbers.Text(program.Spread.Median)} {unit}";

    private static string Verdict(Figure figure)
    {
        var text = figure.Bound switch
        {
            null => "",
            { Beside: null, AtMost: { } most } => $"at most {most.ToString(CultureInfo.InvariantCulture)} {figure.Unit}",
            { TimesAsFast: { } least } => $"{Numbers.Text(figure.Judged!)} × as fast as {figure.Bound.Beside}, at least {least.ToString(CultureInfo.InvariantCulture)}",
            _ => $"{Numbers.Text(figure.Judged!)} × {figure.Bound.Beside}, at most {figure.Bound.AtMost!.Value.ToString(CultureInfo.InvariantCulture)}",
        };
        return figure.IsMet == false ? $"{text}: **not met**" : text;
    }

    private static string Circumstances(StoredResults results)
    {
        var rounds = results.Figures.Max(figure => figure.Ours.Runs.Count);
        var machine = results.Machine;
        var versions = results.Versions.Select(version => $"{version.Key} {version.Value}");
        return $"Medians of up to {rounds} rounds in which all take turns, in parentheses the least and the greatest. {results.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, {machine.Processor}, {machine.Cores} cores, {machine.MemoryGigabytes} GB, {machine.System}: {string.Join(", ", versions)}."
            + (results.HasNative ? "" : " No C compiler was there, so there is no machine code: the portable tool alone.");
    }

    private static string Miscounts(CountedText text)
    {
        var right = text.Tokens[text.Reference];
        var wrong = text.Wrong.Select(name => $"{name} {text.Tokens[name]:N0} ({text.Tokens[name] - right:+#,0;-#,0})");
        return $"In {text.Name} {Numbers.Listed([.. text.Right])} count {right:N0} tokens, {Numbers.Listed([.. wrong])}.";
    }
}
