using System.Diagnostics;
using FineTune.Benchmarks.Results;

namespace FineTune.Benchmarks.Measuring;

/// <summary><c>compare</c> and <c>draw</c>: measures, keeps what was measured, and shows it.</summary>
internal sealed class ComparisonRun(string repository)
{
    private readonly Pages pages = new(repository);

    /// <summary>Measures everything and prints the tables.</summary>
    /// <param name="work">The folder with the published programs, and for the data.</param>
    /// <param name="options"><c>--write</c>, <c>--check</c>, and <c>--rounds N</c>.</param>
    public int Compare(string work, string[] options)
    {
        var rounds = Array.IndexOf(options, "--rounds") is >= 0 and var place ? int.Parse(options[place + 1]) : 9;
        var results = Measure(work, rounds);
        Console.WriteLine($"{ShortTable.Of(results)}\n\n{FullTable.Of(results)}");
        if (options.Contains("--write"))
        {
            File.WriteAllText(pages.Results, results.ToString());
            Draw();
        }

        return options.Contains("--check") && results.Missed.Any() ? 1 : 0;
    }

    /// <summary>Writes the stored results into the pages.</summary>
    public int Draw()
    {
        foreach (var (path, text) in pages.Drawn(StoredResults.Parse(File.ReadAllText(pages.Results))))
        {
            File.WriteAllText(path, text);
        }

        return 0;
    }

    private StoredResults Measure(string work, int rounds)
    {
        var clock = Stopwatch.StartNew();
        var programs = new Programs(repository, work);
        Say("making the data");
        var texts = new Texts(work);
        var counting = new CountingComparison(programs, texts, rounds);
        var figures = new List<Figure>();
        foreach (var measure in (Func<Figure>[])[.. new Comparison(programs, texts, rounds).Figures(), .. counting.Figures()])
        {
            var figure = measure();
            figures.Add(figure);
            Say($"{figure.Name}, {figure.Measure}: {string.Join(", ", figure.Programs.Select(program => $"{program.Name} {Numbers.Text(program.Spread.Median)} {figure.Unit}"))}");
        }

        var counted = counting.CountedTexts().ToList();
        return new StoredResults(DateOnly.FromDateTime(DateTime.UtcNow), Circumstances.Machine(), new Circumstances(repository, programs).Versions(), figures, counted);

        void Say(string what) => Console.Error.WriteLine($"{clock.Elapsed:m\\:ss} {what}");
    }
}
