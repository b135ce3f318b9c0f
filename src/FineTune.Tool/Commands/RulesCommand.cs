using System.CommandLine;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune rules</c>.</summary>
internal sealed class RulesCommand : ToolCommand
{
    private readonly Option<string?> format = Choice.Of("--format", "text, json or markdown (default: text)", ["text", "json", "markdown"]);
    private readonly Option<string?> profile = ProfileOption.Make("The host whose severities are shown (default: every rule's own)");

    public RulesCommand()
        : base("rules", "Lists every rule with its severity", "finetune rules", "finetune rules --profile azure --format markdown")
    {
        Add(format);
        Add(profile);
    }

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var profile = call.Get(this.profile) is { } name ? ProfileCatalog.Find(name) : null;
        var rules = RulePages.All.Select(page => (page.Rule, Severity: profile?.Severities.GetValueOrDefault(page.Rule.Code, page.Rule.DefaultSeverity) ?? page.Rule.DefaultSeverity));
        switch (call.Get(format))
        {
            case "json":
                RulesJson.Write(call.Output, profile, rules);
                break;
            case "markdown":
                WriteMarkdown(call.Output, profile, rules);
                break;
            default:
                call.Screen.Draw(RulesScreen.Of(profile, rules));
                break;
        }
        return Task.FromResult(ExitCode.Fine);
    }

    private static void WriteMarkdown(TextWriter output, Profile? profile, IEnumerable<(Rule Rule, Severity Severity)> rules)
    {
        if (profile is not null)
        {
            output.Write($"{profile.Title}, last read {RuleText.Day(profile.LastRead)}:\n\n");
            foreach (var source in profile.Sources)
            {
                output.Write($"- {RuleText.Day(source.Read)}: {source.Title}\n");
            }
            output.Write('\n');
        }
        output.Write("| Code | Name | Severity | Finds |\n| --- | --- | --- | --- |\n");
        foreach (var (rule, severity) in rules)
        {
            output.Write($"| {rule.Code} | {rule.Name} | {RuleText.Word(severity)} | {rule.Title.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
    }
}
