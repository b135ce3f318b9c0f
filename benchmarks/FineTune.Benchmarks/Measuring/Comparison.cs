using System.Globalization;
using System.Text.RegularExpressions;
using FineTune.Benchmarks.Results;

namespace FineTune.Benchmarks.Measuring;

/// <summary>Every figure that we promise, beside the peers, each reading of it a process of its own.</summary>
internal sealed partial class Comparison(Programs programs, Texts texts, int rounds)
{
    private const string Cpu = "CPU time";
    private const string Clock = "by the clock";
    private const string JsonLoads = "`json.loads`";
    private const string JsonLoadsOnOneCore = "`json.loads` on one core";
    private const string EmptyDotNet = "an empty .NET program";

    public IEnumerable<Func<Figure>> Figures() =>
    [
        () => Start("`finetune --version`", null, "--version"),
        () => Start("`lint` of 20 examples", new Bound(EmptyDotNet, AtMost: 0.5), Lint(texts.Small)),
        () => LintOf("64 MB", texts.Mixed, charted: false),
        () => LintOf("200 MB", texts.Large, charted: true),
        () => Stats("64 MB", texts.Mixed, charted: false),
        () => Stats("200 MB", texts.Large, charted: true),
        Memory,
        Release,
        Build,
    ];

    private Figure Start(string name, Bound? bound, params string[] arguments) =>
        Take(name, Cpu, "ms", bound, charted: bound is not null, [.. Tools(arguments, CpuTime), .. Empty(CpuTime)]);

    private Figure LintOf(string size, string path, bool charted) =>
        Take($"`lint` of {size}", Cpu, "ms", new Bound(JsonLoads, AtMost: 0.75), charted,
            [.. Tools(Lint(path), CpuTime), Python(JsonLoads, "json_loads.py", path, CpuTime), Python("a Python checker", "chat_check.py", path, CpuTime)]);

    private Figure Stats(string size, string path, bool charted) =>
        Take($"`stats` of {size}", Clock, "ms", new Bound(JsonLoadsOnOneCore, AtMost: 1.3), charted,
            [.. Tools(["stats", path, "--allow-outside", texts.Folder], WallTime), Python(JsonLoadsOnOneCore, "json_loads.py", path, WallTime)]);

    private Figure Memory() =>
        new("`lint` of 1 GB", "most memory held", "MB", Contestant.TakeTurns([.. Tools(Lint(texts.Huge), process => process.Peak)], Math.Min(rounds, 3)), new Bound(null, AtMost: 85), Charted: false);

    private Figure Release()
    {
        var released = programs.Tools.Select(tool => new Contestant(tool.Name, () =>
        {
            var project = Directory.CreateTempSubdirectory("release-").FullName;
            try
            {
                _ = tool.Command.With("init").Whole(programs.Meter, project);
                return WallTime(tool.Command.With("release", "--yes", "--emulator", "--emulator-speed", "instant").Whole(programs.Meter, project));
            }
            finally
            {
                Directory.Delete(project, recursive: true);
            }
        }));
        return Take("`release --emulator`, instant", Clock, "ms", new Bound(null, AtMost: 500), charted: false, [.. released, Empty(WallTime).Last()]);
    }

    // It takes its own turns, and tells their medians.
    private Figure Build()
    {
        var told = MediansOfBuilds().Match(programs.BuildCost.With($"{rounds}").Output());
        return new Figure("a build with the package, nothing changed", Cpu, "ms", [Of("with it", "with"), Of("without it", "without")], new Bound("without it", AtMost: 1.03), Charted: false);

        Readings Of(string name, string group) => new(name, [double.Parse(told.Groups[group].Value, CultureInfo.InvariantCulture) * 1000]);
    }

    private Figure Take(string name, string measure, string unit, Bound? bound, bool charted, IReadOnlyList<Contestant> contestants) =>
        new(name, measure, unit, Contestant.TakeTurns(contestants, rounds), bound, charted);

    private IEnumerable<Contestant> Tools(string[] arguments, Func<WholeProcess, double> read) =>
        programs.Tools.Select(tool => Whole(tool.Name, tool.Command.With(arguments), read));

    private IEnumerable<Contestant> Empty(Func<WholeProcess, double> read) =>
        programs.Empty.Select(program => Whole(program.Name, program.Command, read));

    private Contestant Python(string name, string file, string path, Func<WholeProcess, double> read) =>
        Whole(name, programs.Python(file).With(path), read);

    private Contestant Whole(string name, Command command, Func<WholeProcess, double> read) =>
        new(name, () => read(command.Whole(programs.Meter, texts.Folder)));

    private string[] Lint(string path) => ["lint", path, "--profile", "openai", "--allow-outside", texts.Folder];

    private static double CpuTime(WholeProcess process) => process.Cpu * 1000;

    private static double WallTime(WholeProcess process) => process.Wall * 1000;

    [GeneratedRegex(@"^nothing changed.*?(?<without>[\d.]+) without, (?<with>[\d.]+) with", RegexOptions.Multiline)]
    private static partial Regex MediansOfBuilds();
}
