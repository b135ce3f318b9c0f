using FineTune.Core.Findings;
using FineTune.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;
using Profile = FineTune.Core.Catalog.Profile;
using Rule = FineTune.Core.Findings.Rule;

namespace FineTune.Tool.Screens;

/// <summary>Shows the rules in their groups, and what a profile was made of.</summary>
internal static class RulesScreen
{
    private const int Indent = 2;

    /// <summary>The page.</summary>
    public static IRenderable Of(Profile? profile, IEnumerable<(Rule Rule, Severity Severity)> rules)
    {
        var parts = new List<IRenderable>();
        if (profile is not null)
        {
            parts.Add(new Paragraph(profile.Title, Paint.Bold).Append($", last read {RuleText.Day(profile.LastRead)}"));
            parts.AddRange(profile.Sources.Select(source => Facts.Of(Indent, Facts.Name + 1).Add(new Text(RuleText.Day(source.Read)), new Text(source.Title, Paint.Dim))));
        }
        foreach (var group in rules.GroupBy(entry => RuleGroups.TitleOf(entry.Rule)))
        {
            parts.AddRange(parts.Count > 0 ? [Paint.Nothing] : []);
            parts.Add(new Text(group.Key, Paint.Bold));
            parts.Add(new Unbroken(Of(group)));
        }
        return new Rows(parts);
    }

    private static Grid Of(IEnumerable<(Rule Rule, Severity Severity)> rules)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { Padding = new(Indent, 0, 2, 0) })
            .AddColumn(new GridColumn { Width = 8, Padding = new(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Width = 30, Padding = new(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Padding = new(0) });
        foreach (var (rule, severity) in rules)
        {
            grid.Add(new Text(rule.Code), new Text(RuleText.Word(severity), StyleOf(severity)), new Text(rule.Name), new Text(rule.Title, Paint.Dim));
        }
        return grid;
    }

    private static Style StyleOf(Severity severity) => severity switch
    {
        Severity.Error => Paint.Red,
        Severity.Warning => Paint.Yellow,
        Severity.Info => Paint.Blue,
        _ => Paint.Dim,
    };
}
