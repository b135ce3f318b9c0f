using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Reporting.Formats;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Json;

/// <summary>Writes the list of rules as JSON; of a profile, an object that holds it beside what the profile was made of.</summary>
internal static class RulesJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, Profile? profile, IEnumerable<(Rule Rule, Severity Severity)> rules)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        if (profile is null)
        {
            document.WriteObjects(rules, WriteRule);
            return;
        }
        json.WriteStartObject();
        json.WriteString("profile", profile.Name);
        json.WriteString("title", profile.Title);
        json.WriteString("last_read", RuleText.Day(profile.LastRead));
        document.WriteObjects("sources", profile.Sources, source =>
        {
            json.WriteString("title", source.Title);
            json.WriteString("read", RuleText.Day(source.Read));
        });
        document.WriteObjects("rules", rules, WriteRule);
        json.WriteEndObject();

        void WriteRule((Rule Rule, Severity Severity) entry)
        {
            json.WriteString("code", entry.Rule.Code);
            json.WriteString("name", entry.Rule.Name);
            json.WriteString("group", RuleGroups.TitleOf(entry.Rule));
            json.WriteString("severity", entry.Severity.Name());
            json.WriteString("default_severity", entry.Rule.DefaultSeverity.Name());
            json.WriteString("title", entry.Rule.Title);
        }
    }
}
