#:property PublishAot=false

// What FineTune.Build costs a build: dotnet run benchmarks/build-cost.cs [RUNS]
// Packs it, builds the same program with and without it, in turn, and prints medians, their ratio, and the sizes of the packages.

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var runs = args is [var given] ? int.Parse(given) : 10;
var repository = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var root = Directory.CreateTempSubdirectory("finetune-cost-").FullName;
var feed = Path.Combine(root, "feed");
var version = "0.1.0-cost." + DateTime.UtcNow.Ticks;
try
{
    foreach (var package in (string[])["FineTune.Build", "FineTune.Tool"])
    {
        Dotnet(repository, "pack", Path.Combine("src", package), "-c", "Release", "-o", feed, "-p:PackageVersion=" + version, "-v:q");
    }
    var without = Project("without", "");
    var with = Project("with", $"""<PackageReference Include="FineTune.Build" Version="{version}" PrivateAssets="all" />""");
    foreach (var project in (string[])[without, with])
    {
        Dotnet(project, "restore", $"-p:RestoreAdditionalProjectSources={feed}");
        Build(project);
    }
    // A model that was never trained is something to say.
    Dotnet(with, "build", "--no-restore", "-t:FineTuneRelease", "-tl:off");
    foreach (var project in (string[])[without, with, without, with])
    {
        Build(project);
    }

    Console.WriteLine($"medians of {runs}, in turn, seconds of processor time:");
    Compare("nothing changed", project => Build(project));
    File.AppendAllText(Path.Combine(with, "data", "train.jsonl"), "\n\n");
    Build(with);
    Compare("nothing changed, a warning to repeat", project => Build(project));
    Compare("first build", project =>
    {
        foreach (var output in (string[])["bin", "obj/Debug", "obj/finetune", ".finetune"])
        {
            Delete(Path.Combine(project, output));
        }
        return Build(project);
    });

    Build(with);
    var tasks = Enumerable.Range(0, runs).Select(_ => TasksOf(with)).ToArray();
    Console.WriteLine($"our tasks when nothing changed: {Median(tasks):0} ms, JIT included");
    foreach (var file in Directory.EnumerateFiles(feed).Order(StringComparer.Ordinal))
    {
        Console.WriteLine($"{Path.GetFileName(file).Replace("." + version, "")}: {new FileInfo(file).Length / 1e3:0} kB");
    }

    void Compare(string what, Func<string, double> measure)
    {
        List<double> bare = [], ours = [];
        for (var run = 0; run < runs; run++)
        {
            bare.Add(measure(without));
            ours.Add(measure(with));
        }
        Console.WriteLine($"{what}: {Median(bare):0.000} without, {Median(ours):0.000} with, ratio {Median(ours) / Median(bare):0.000}");
    }
}
finally
{
    Directory.Delete(root, recursive: true);
}

string Project(string name, string reference)
{
    var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
    File.WriteAllText(Path.Combine(folder, "app.csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><NuGetAudit>false</NuGetAudit></PropertyGroup>
          <ItemGroup>{reference}</ItemGroup>
        </Project>
        """);
    File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(\"hello\");\n");
    File.WriteAllText(Path.Combine(folder, "finetune.yml"), """
        version: 1
        models:
          support-bot:
            provider: emulator
            base_model: gpt-4.1-mini-2025-04-14
            method: supervised
            training: data/*.jsonl

        """);
    Directory.CreateDirectory(Path.Combine(folder, "data"));
    var lines = Enumerable.Range(1, 2000).Select(n => $$$"""{"messages":[{"role":"user","content":"Where is order {{{n}}}?"},{"role":"assistant","content":"Order {{{n}}} left the warehouse on day {{{n}}}."}]}""").Append("");
    File.WriteAllText(Path.Combine(folder, "data", "train.jsonl"), string.Join('\n', lines));
    return folder;
}

double Build(string project) => Run(project, ["build", "--no-restore", "-v:q", "-tl:off"]).Seconds;

double TasksOf(string project) =>
    Regex.Matches(Dotnet(project, "build", "--no-restore", "-tl:off", "-clp:PerformanceSummary"), @"(\d+) ms\s+\S*(LintDatasets|GenerateModels)\s").Sum(match => double.Parse(match.Groups[1].Value));

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToArray();
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

static void Delete(string folder)
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
}

string Dotnet(string folder, params string[] arguments) => Run(folder, arguments).Output;

// The shell tells what a process and its children took of the processors; it is written last on the error output.
(string Output, double Seconds) Run(string folder, string[] arguments)
{
    var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%U %S'; time \"$@\"", "_", "dotnet", .. arguments, "-nodeReuse:false"])
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["NUGET_PACKAGES"] = Path.Combine(root, "packages"),
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["FINETUNE_EMULATOR_SPEED"] = "instant",
            ["LC_ALL"] = "C",
        },
    };
    if (folder == repository)
    {
        start.Environment.Remove("NUGET_PACKAGES");
    }
    using var process = Process.Start(start)!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0
        ? (output, errors.Result.Trim().Split('\n')[^1].Split(' ').Sum(double.Parse))
        : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.Result}");
}
