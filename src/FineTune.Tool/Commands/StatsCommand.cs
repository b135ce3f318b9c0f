using System.CommandLine;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune stats [PATH…]</c>.</summary>
internal sealed class StatsCommand : ToolCommand
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "JSONL files, folders, globs or - for stdin, to count without a manifest; with --manifest only these of its files",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> model = new("--model") { Description = "The base model that files without a manifest are for (default: none; o200k_base counts)", HelpName = "NAME" };
    private readonly Option<string?> profile = ProfileOption.Make("The host that files without a manifest are for (default: the first that has the model, else generic)");
    private readonly Option<string?> format = Choice.Of("--format", "text, json or markdown (default: text)", ["text", "json", "markdown"]);

    public StatsCommand()
        : base("stats", "Counts examples, turns and tokens, and what an epoch costs", "finetune stats", "finetune stats 'data/**/*.jsonl' --model gpt-4.1-mini-2025-04-14", "finetune stats --format json")
    {
        Add(paths);
        Add(this.model);
        Add(this.profile);
        Add(format);
    }

    public override string Remarks =>
        "Text is counted exactly as the model's encoding does. What hosts add to it (chat format, tools, images) is counted as it is known to be, and named as an estimate. Errors in the data are said and stop nothing: lines that can't be read are left out.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var report = Lint(call, cancellation);
        if (report.Datasets.Count == 0 && report.Count(Severity.Error) > 0)
        {
            throw new FindingsException(report.Findings);
        }
        var statistics = DatasetStatistics.Of(report.Datasets, report.Manifest);
        switch (call.Get(format))
        {
            case "json":
                StatsJson.Write(call.Output, (ReportContents.Of(call, report, elapsed: null) with { Folder = ReportContents.Root(call, report) }).Relative, report, statistics);
                break;
            case "markdown":
                StatsTable.Write(call.Text, call.Show, statistics);
                break;
            default:
                call.Screen.Draw(new StatsScreen(call.Show).Of(statistics));
                break;
        }
        if (report.Count(Severity.Error) is > 0 and var errors)
        {
            call.Say($"{call.MessageInk.Red(Amount.Of(errors, "error"))}; finetune lint shows {(errors == 1 ? "it" : "them")}");
        }
        return Task.FromResult(ExitCode.Fine);
    }

    private LintReport Lint(Invocation call, CancellationToken cancellation)
    {
        var paths = DataPaths.Find(call, call.Get(this.paths), cancellation).All(call);
        var manifest = ManifestPath.Of(call, paths);
        if (manifest is not null && (call.Get(this.model) ?? call.Get(this.profile)) is not null)
        {
            throw new UsageException("--model and --profile are for files without a manifest; a manifest names its own");
        }
        var (profile, model) = Chosen(call);
        using var progress = new ProgressLine(call, "counting", () => DataPaths.TotalBytes(call, manifest, paths));
        return Linter.Lint(
            LintRequest.ForStats(manifest, call.Surroundings.Today()) with
            {
                Paths = paths,
                Profile = profile,
                BaseModel = model,
                AllowedOutside = call.AllowedOutside,
                Progress = progress,
            },
            cancellation);
    }

    private (string? Profile, string? Model) Chosen(Invocation call)
    {
        if (call.Get(this.model) is not { } name)
        {
            return (call.Get(this.profile), null);
        }
        string[] profiles = call.Get(this.profile) is { } said ? [said] : ["openai", .. ProfileCatalog.Names.Where(other => other is not ("openai" or "emulator"))];
        if (Array.Find(profiles, profile => ProfileCatalog.Find(profile)!.FindModel(name) is not null) is { } found)
        {
            return (found, name);
        }
        var known = profiles.SelectMany(profile => ProfileCatalog.Find(profile)!.Models).SelectMany(model => model.Aliases.Append(model.Id)).Distinct(StringComparer.Ordinal);
        throw new UsageException($"no profile{(profiles.Length == 1 ? $" {profiles[0]}" : "")} knows a model {SafeText.Quote(name)}{DidYouMean.Of(name, [.. known])}");
    }
}
