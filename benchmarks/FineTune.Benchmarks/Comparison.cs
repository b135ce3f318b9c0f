using System.Globalization;

namespace FineTune.Benchmarks;

/// <summary><c>compare</c>: every figure that we promise, beside the peers, each run in a process of its own, and one table of them.</summary>
/// <param name="peers">Folder of the peers' programs.</param>
/// <param name="work">Folder for the data.</param>
/// <param name="tool">The published <c>finetune.dll</c>.</param>
/// <param name="empty">A program that writes one line.</param>
internal sealed class Comparison(string peers, string work, string tool, string empty)
{
    private const string PerCpuSecond = "MB per CPU-second";

    private readonly Runs runs = new(peers);

    private readonly string mixed = Path.Combine(work, "mixed.jsonl");

    private readonly string large = Path.Combine(work, "large.jsonl");

    private readonly string huge = Path.Combine(work, "huge.jsonl");

    private readonly string international = Path.Combine(work, "international.jsonl");

    private readonly string run = Path.Combine(work, "one-letter.jsonl");

    public int Run()
    {
        DataMaker.Run(64, mixed, international: false);
        DataMaker.Run(200, large, international: false);
        DataMaker.Run(1000, huge, international: false);
        DataMaker.Run(16, international, international: true);
        File.WriteAllText(run, $$"""{"messages": [{"role": "user", "content": "{{new string('a', 1_000_000)}}"}, {"role": "assistant", "content": "b"}]}{{"\n"}}""");
        Figure.WriteHead();
        Counting("counting, o200k_base, 64 MB, first pass", "o200k_base", mixed, 50, 120, withGptTokenizer: true);
        Counting("counting, cl100k_base, 64 MB, first pass", "cl100k_base", mixed, null, null, withGptTokenizer: false);
        Counting("counting, o200k_base, no English, 16 MB, first pass", "o200k_base", international, 18, 40, withGptTokenizer: false);
        OneLetter();
        Lint();
        Stats();
        Memory();
        Start();
        return 0;
    }

    private void Counting(string name, string encoding, string path, double? atLeast, double? aim, bool withGptTokenizer)
    {
        var ours = Runs.Median(() => Runs.Ours("tokens", encoding, path).Find(row => row.Name.EndsWith("first pass", StringComparison.Ordinal))!);
        var reference = runs.Node("tiktoken.mjs", encoding, path);
        new Figure(name, PerCpuSecond, ours.Speed, "npm tiktoken", reference.Speed, atLeast, aim).Write();
        if (withGptTokenizer)
        {
            new Figure(name, PerCpuSecond, ours.Speed, "gpt-tokenizer", runs.Node("gpt-tokenizer.mjs", encoding, path).Speed, null, null).Write();
        }
    }

    private void OneLetter()
    {
        var ours = Runs.Ours("tokens", "o200k_base", run).Find(row => row.Name.EndsWith("first pass", StringComparison.Ordinal))!;
        new Figure("counting 1 MB of one letter, first pass", "CPU seconds", ours.Seconds, "", null, 1, null) { LessIsBetter = true }.Write();
    }

    private void Lint()
    {
        var megabytes = new FileInfo(large).Length / 1e6;
        var ours = Runs.Median(() => runs.Process("dotnet", tool, "lint", large, "--profile", "openai", "--allow-outside", work));
        var python = Runs.Median(() => runs.Python("json_loads.py", large));
        var reader = Runs.Median(() => Runs.Ours("reader", large)[^1]);
        const string Name = "lint, all default rules, 200 MB, whole process";
        new Figure(Name, PerCpuSecond, megabytes / ours.Seconds, "json.loads alone", python.Speed, 150, 400).Write();
        new Figure(Name, PerCpuSecond, megabytes / ours.Seconds, "Utf8JsonReader alone, warm", reader.Speed, null, null).Write();
    }

    private void Stats()
    {
        var ours = Runs.Median(() => runs.Process("dotnet", tool, "stats", large, "--allow-outside", work));
        var python = Runs.Median(() => runs.Python("json_loads.py", large));
        new Figure("stats: lint and exact tokens, 200 MB, all cores", "wall seconds", ours.Wall, "json.loads, one core", python.Wall, 1, 0.5) { LessIsBetter = true, IsRatio = true }.Write();
    }

    private void Memory()
    {
        var ours = runs.Process("dotnet", tool, "lint", huge, "--profile", "openai", "--allow-outside", work);
        new Figure("lint, 1 GB, most memory held", "MB", double.Parse(ours.Note, CultureInfo.InvariantCulture), "", null, 200, 100) { LessIsBetter = true }.Write();
    }

    private void Start()
    {
        var ours = Runs.Median(() => runs.Process("dotnet", tool, "--version"), times: 15);
        var least = Runs.Median(() => runs.Process("dotnet", empty), times: 15);
        new Figure("finetune --version, whole process", "CPU ms", ours.Seconds * 1000, "an empty .NET program", least.Seconds * 1000, 2, 1.3) { LessIsBetter = true, IsRatio = true }.Write();
        var small = Path.Combine(work, "small.jsonl");
        File.WriteAllLines(small, File.ReadLines(mixed).Take(20));
        var lint = Runs.Median(() => runs.Process("dotnet", tool, "lint", small, "--profile", "openai", "--allow-outside", work), times: 7);
        new Figure("finetune lint of 20 examples, whole process", "CPU ms", lint.Seconds * 1000, "an empty .NET program", least.Seconds * 1000, null, null) { LessIsBetter = true }.Write();
    }
}
