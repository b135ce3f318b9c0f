using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Reads <c>lint</c>.</summary>
/// <param name="boundary">What no path may leave.</param>
/// <param name="findings">Takes FT0008 and FT0011.</param>
internal sealed class LintReader(RepositoryBoundary boundary, FindingList findings)
{
    public LintSettings Read(YamlMapping? lint) => lint is null
        ? LintSettings.Default
        : new LintSettings
        {
            Severities = ReadSeverities(lint.Find<YamlMapping>("rules")),
            Ignore = [.. (lint.Find<YamlSequence>("ignore")?.Items ?? []).OfType<YamlMapping>().Select(ReadSuppression).OfType<Suppression>()],
            Baseline = ReadBaseline(lint.Text("baseline")),
        };

    private static Dictionary<string, Severity> ReadSeverities(YamlMapping? rules)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var entry in rules?.Entries ?? [])
        {
            if (RuleCodes.Contains(entry.Key.Value) && entry.Value is YamlScalar value && Severities.Find(value.Value) is { } severity)
            {
                severities[entry.Key.Value] = severity;
            }
        }
        return severities;
    }

    private Suppression? ReadSuppression(YamlMapping entry)
    {
        if (entry.Find<YamlScalar>("rule") is not { } rule || !RuleCodes.Contains(rule.Value))
        {
            return null;
        }
        var reason = entry.Text("reason")?.Value;
        if (string.IsNullOrWhiteSpace(reason))
        {
            findings.Add(ManifestRules.SuppressionWithoutReason, entry.Where, $"this entry silences {rule.Value} without a \"reason\"");
            reason = null;
        }
        return new Suppression(rule.Value, entry.Text("path")?.Value, entry.Text("example")?.Value.ToLowerInvariant(), reason, entry.Where);
    }

    private string? ReadBaseline(Sourced<string>? baseline)
    {
        if (baseline is not { Value.Length: > 0 })
        {
            return null;
        }
        if (PathText.Problem(baseline.Value) is { } fault)
        {
            findings.Add(ManifestRules.Value, baseline.Where, $"{SafeText.Quote(baseline.Value)} {fault}");
            return null;
        }
        var path = PathText.Absolute(baseline);
        if (boundary.Refusal(path) is not { } refusal)
        {
            return path;
        }
        findings.Add(ManifestRules.DatasetNotFound, baseline.Where, $"{SafeText.Quote(baseline.Value)} {refusal}");
        return null;
    }
}
