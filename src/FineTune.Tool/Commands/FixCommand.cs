using System.CommandLine;
using System.Diagnostics;
using FineTune.Core.Findings;
using FineTune.Core.Fixing;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Reporting.Formats;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune fix [PATH…]</c>.</summary>
internal sealed class FixCommand : ToolCommand
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Files, folders, globs or - for stdin, to fix without a manifest; with --manifest only these of its files",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Writes nothing; prints a diff that git apply takes" };
    private readonly Option<bool> unsafeText = new("--unsafe") { Description = "Also removes duplicate examples and repairs text that was read in the wrong encoding" };
    private readonly Option<bool> convert = new("--convert") { Description = "Also writes other tools' formats and exports (ShareGPT, Alpaca, Gemini, LangChain, logs, question and answer …) in the API's formats" };
    private readonly Option<string?> profile = ProfileOption.Make("The host to fix for (default: the provider's; generic without a manifest)");

    public FixCommand()
        : base(
            "fix",
            "Fixes what has one right form, and leaves every other byte as it is",
            "finetune fix --dry-run",
            "finetune fix data/train.jsonl --convert --profile openai",
            "finetune fix - --convert < sharegpt.jsonl > train.jsonl")
    {
        Add(paths);
        Add(dryRun);
        Add(unsafeText);
        Add(convert);
        Add(profile);
    }

    public override string Remarks =>
        "With - it is a filter: it reads stdin and writes all of it to stdout, fixed; what it says goes to stderr. An example that can't be fixed stays as it is, and is said.\n" +
        "Exit code 0: no errors are left, or --dry-run. 1: errors are left. 2: the command line is wrong or a file can't be read or written.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var paths = DataPaths.Find(call, call.Get(this.paths), cancellation).All(call);
        var isFilter = paths.Any(call.IsInput);
        if (isFilter && paths.Count > 1)
        {
            throw new UsageException("fix - writes what it reads to stdout; name the files in a run of their own");
        }
        var request = new FixRequest
        {
            ManifestPath = ManifestPath.Of(call, paths),
            Paths = paths,
            Profile = call.Get(profile),
            Unsafe = call.Get(unsafeText),
            Convert = call.Get(convert),
            Today = call.Surroundings.Today(),
            DiffFolder = isFilter ? Path.GetDirectoryName(paths[0])! : call.Surroundings.Folder,
            AllowedOutside = call.AllowedOutside,
        };
        var report = call.Get(dryRun) ? DiffScreen.Show(call, diff => Fixer.Fix(request with { Diff = diff }, cancellation)) : Fixer.Fix(request, cancellation);
        Tell(call, report);
        if (isFilter && !call.Get(dryRun))
        {
            FilterScreen.Show(call, paths[0]);
        }
        if (report.Findings.Count > 0 || report.Files.Any(file => file.Fault is not null))
        {
            return Task.FromResult(report.Findings.Count > 0 ? ExitCode.Failed : ExitCode.Usage);
        }
        return Task.FromResult(call.Get(dryRun) ? ExitCode.Fine : LintAgain(call, request, isFilter ? call.Surroundings.Error : call.Output, cancellation));
    }

    private void Tell(Invocation call, FixReport report)
    {
        foreach (var finding in report.Findings)
        {
            call.Fail(finding);
        }
        var screen = new FixScreen(call, call.Get(dryRun));
        foreach (var file in report.Files)
        {
            screen.Write(file);
        }
        if (report.Files.Count > 0 && report.Files.All(file => file is { Lines: 0, LeftCount: 0, Fault: null }))
        {
            call.Say($"nothing to fix in {Amount.Of(report.Files.Count, "file")}");
        }
    }

    private static int LintAgain(Invocation call, FixRequest request, TextWriter output, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var report = Linter.Lint(
            LintRequest.ForLint(request.ManifestPath, call.Surroundings.Today()) with { Paths = request.Paths, Profile = request.Profile, AllowedOutside = request.AllowedOutside },
            cancellation);
        var isTerminal = output == call.Output ? call.Surroundings.OutputIsTerminal : call.Surroundings.ErrorIsTerminal;
        new TextFormat(OutputTarget.Style(call, isTerminal)).Write(ReportContents.Of(call, report, watch.Elapsed), output);
        return report.Count(Severity.Error) > 0 ? ExitCode.Failed : ExitCode.Fine;
    }
}
