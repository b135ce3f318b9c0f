namespace FineTune.Benchmarks.Results;

/// <summary>Every reading, a line for each program, ours = 1.00.</summary>
internal static class FullTable
{
    public static string Of(StoredResults results) => string.Join('\n',
    [
        "| figure | program | median | min | max | ours = 1.00 | rounds |",
        "| --- | --- | --: | --: | --: | --: | --: |",
        .. results.Figures.SelectMany(figure => figure.Programs.Select(program => Row(figure, program))),
    ]);

    private static string Row(Figure figure, Readings program)
    {
        var (min, median, max) = program.Spread;
        var name = program == figure.Ours ? $"{figure.Name}, {figure.Measure}" : "";
        return $"| {name} | {program.Name} | {Numbers.Text(median)} {figure.Unit} | {Numbers.Text(min)} | {Numbers.Text(max)} | {Numbers.Text(program.Beside(figure.Ours))} | {program.Runs.Count} |";
    }
}
