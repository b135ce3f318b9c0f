using System.CommandLine;
using System.Globalization;
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
    private static readonly (char Digit, string Title)[] Groups =
    [
        ('0', "Manifest"), ('1', "File and JSON"), ('2', "Schema"), ('3', "Provider limits"), ('4', "Quality"),
        ('5', "Secrets and privacy"), ('6', "Across datasets"), ('7', "Lock and lifecycle"), ('8', "Release"), ('9', "The tool itself"),
    ];

    private readonly Option<string?> _format = Choice.Of("--format", "text, json or markdown (default: text)", ["text", "json", "markdown"]);
    private readonly Option<string?> _profile = ProfileOption.Make("The host whose severities are shown (default: every rule's own)");

    public RulesCommand()
        : base("rules", "Lists every rule with its severity", "finetune rules", "finetune rules --profile azure --format markdown")
    {
        Add(_format);
        Add(_profile);
    }

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var profile = call.Get(_profile) is { } name ? ProfileCatalog.Find(name) : null;
        var rules = RulePages.All.Select(page => (page.Rule, Severity: profile?.Severities.GetValueOrDefault(page.Rule.Code, page.Rule.DefaultSeverity) ?? page.Rule.DefaultSeverity));
        switch (call.Get(_format))
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
            output.Write($"{profile.Title}, last read {Day(profile.LastRead)}:\n\n");
            foreach (var source in profile.Sources)
            {
                output.Write($"- {Day(source.Read)}: {source.Title}\n");
            }
            output.Write('\n');
        }
        output.Write("| Code | Name | Severity | Finds |\n| --- | --- | --- | --- |\n");
        foreach (var (rule, severity) in rules)
        {
            output.Write($"| {rule.Code} | {rule.Name} | {Word(severity)} | {rule.Title.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
    }

    /// <summary>A day as it is shown.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The title of a rule's group.</summary>
    public static string GroupOf(Rule rule) => Array.Find(Groups, group => group.Digit == rule.Code[2]).Title;

    /// <summary>A severity as it is shown.</summary>
    public static string Word(Severity severity) => severity is Severity.None ? "off" : severity.Name();
}
