using System.CommandLine;
using System.Diagnostics;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Linting.Suppressing;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune lint [PATH…]</c>.</summary>
internal sealed class LintCommand : ToolCommand
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "JSONL files, folders, globs as in the manifest, or - for stdin, to check without a manifest; with --manifest only these of its files",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> validation = new("--validation")
    {
        Description = "Files, folders or globs that the model of PATH is validated with: PATH is its training data, and the two are compared",
        HelpName = "PATH…",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> formats = OutputOptions.Format();
    private readonly Option<string[]> outputs = OutputOptions.Output();
    private readonly Option<string?> profile = ProfileOption.Make("The host to check for (default: the provider's; generic without a manifest); Bedrock has two, bedrock and bedrock_reinforcement");
    private readonly Option<string?> method = Choice.Of("--method", "supervised, dpo, reinforcement or completion, for files without a manifest (default: recognised)", TuningMethods.Names);
    private readonly Option<bool> deep = new("--deep") { Description = "Also finds near duplicates, which takes longer" };
    private readonly BaselineOptions baseline = new();
    private readonly Option<bool> showIgnores = new("--show-ignores") { Description = "Also prints the lines of a manifest that silence what was found" };

    public LintCommand()
        : base(
            "lint",
            "Checks the manifest and its datasets, or just the files named",
            "finetune lint",
            "finetune lint 'data/**/*.jsonl' --profile azure",
            "finetune lint train.jsonl --validation valid.jsonl --deep",
            "finetune lint - < train.jsonl",
            "finetune lint --format github --format sarif --output lint.sarif")
    {
        Add(paths);
        Add(validation);
        Add(formats);
        Add(outputs);
        Add(profile);
        Add(method);
        Add(deep);
        baseline.AddTo(this);
        Add(showIgnores);
    }

    public override string Remarks =>
        "Each PATH is checked for itself; files are compared with each other by --validation, or by a manifest. A folder stands for the .jsonl files below it. A glob may be quoted: data/**/*.jsonl, {a,b}, [a-z], ?.\n" +
        "Exit code 0: no errors. 1: errors were found. 2: the command line is wrong, or a file it names can't be read; the other files are checked all the same.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var targets = OutputTarget.Read(call, formats, outputs);
        var watch = Stopwatch.StartNew();
        var named = DataPaths.Find(call, call.Get(paths), cancellation);
        var validation = DataPaths.Find(call, call.Get(this.validation), cancellation);
        var report = baseline.Update(call, Lint(call, named.Readable(call), validation.Readable(call), cancellation));
        var content = ReportContents.Of(call, report, watch.Elapsed);
        foreach (var target in targets)
        {
            target.Write(content);
        }
        if (!targets.Any(target => target.IsText))
        {
            call.Say(ReportTotals.Of(report).Sentence());
        }
        if (call.Get(showIgnores))
        {
            var lines = IgnoreLines.Of(report.Findings.Where(finding => !call.IsInput(finding.Path)), report.Manifest?.Directory ?? call.Surroundings.Folder);
            (targets.Any(target => target is { Path: null, Format.IsDocument: true }) ? call.Surroundings.Error : call.Output).Write(lines);
        }
        BaselineOptions.Tell(call, report);
        named.Tell(call);
        validation.Tell(call);
        return Task.FromResult(named.Faults.Count + validation.Faults.Count > 0 ? ExitCode.Usage : report.Count(Severity.Error) > 0 ? ExitCode.Failed : ExitCode.Fine);
    }

    private LintReport Lint(Invocation call, IReadOnlyList<string> paths, IReadOnlyList<string> validation, CancellationToken cancellation)
    {
        var manifest = ManifestPath.Of(call, paths);
        if (validation.Count > 0 && manifest is not null)
        {
            throw new UsageException(paths.Count > 0
                ? "--validation is for files without a manifest; a manifest names its own"
                : "--validation needs PATH, the training data, before it: finetune lint train.jsonl --validation valid.jsonl");
        }
        if (call.InputPath is not null && (baseline.PathOf(call) is not null || baseline.IsUpdate(call)))
        {
            throw new UsageException("a baseline knows findings by their file, and stdin is none; name the file instead of -");
        }
        using var progress = new ProgressLine(call, "linting", () => DataPaths.TotalBytes(call, manifest, [.. paths, .. validation]));
        return Linter.Lint(
            LintRequest.ForLint(manifest, call.Surroundings.Today()) with
            {
                Paths = paths,
                ValidationPaths = validation,
                Profile = call.Get(profile),
                Method = TuningMethods.Find(call.Get(method)?.ToLowerInvariant()),
                Deep = call.Get(deep),
                BaselinePath = baseline.PathOf(call),
                AllFindings = baseline.IsUpdate(call),
                AllowedOutside = call.AllowedOutside,
                Progress = progress,
            },
            cancellation);
    }
}
