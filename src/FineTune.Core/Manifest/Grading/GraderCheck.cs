using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Grading;

/// <summary>FT2038: finds what keeps a grader from working before a host does, or before every answer is scored 0.</summary>
/// <param name="profile">The host.</param>
/// <param name="findings">Takes FT2038.</param>
internal sealed class GraderCheck(Profile profile, FindingList findings)
{
    private const int MostPythonBytes = 256 * 1000;

    private readonly GraderTemplates templates = new(findings);

    public void Check(YamlMapping grader)
    {
        // A host that grades in another way has graders of its own.
        if (profile.Reinforcement.GradersOfTheApi)
        {
            Check(grader, inside: false);
        }
    }

    private void Check(YamlMapping grader, bool inside)
    {
        var names = GraderTypes.All.Keys.Where(name => inside ? name != GraderTypes.Multi : name != GraderTypes.OnlyInside).ToArray();
        if (grader.Text("type") is not { } type)
        {
            Report(grader.Where, $"the grader has no \"type\"; it must be {InWords.Or(names)}");
            return;
        }
        if (!GraderTypes.All.TryGetValue(type.Value, out var fields))
        {
            Report(type.Where, $"type is {SafeText.Quote(type.Value)}; it must be {InWords.Or(names)}{DidYouMean.Of(type.Value, names)}");
            return;
        }
        if (!names.Contains(type.Value))
        {
            Report(type.Where, inside ? "a multi grader cannot hold another one" : $"{type.Value} can stand only inside of a multi grader");
            return;
        }
        foreach (var field in fields)
        {
            CheckField(grader, field);
        }
        templates.CheckThatTheAnswerCounts(grader, type.Value);
    }

    private void CheckField(YamlMapping grader, GraderField field)
    {
        if (grader.Find(field.Name) is not { } entry)
        {
            if (field.Required && Misspelt(grader, field.Name) is { } key)
            {
                Report(key.Where, $"the grader has no \"{field.Name}\", but {SafeText.Quote(key.Value)} (did you mean \"{field.Name}\"?)");
            }
            else if (field.Required)
            {
                Report(grader.Text("type")!.Where, $"a grader of type {grader.Text("type")!.Value} needs \"{field.Name}\"");
            }
            return;
        }
        switch (field.Kind)
        {
            case GraderFieldKind.Graders:
                CheckGraders(entry.Value);
                break;
            case GraderFieldKind.Formula when Scalar(entry) is { } formula:
                CheckFormula(grader, formula);
                break;
            case GraderFieldKind.Messages:
                CheckMessages(entry);
                break;
            case GraderFieldKind.Texts:
                CheckTexts(grader, entry);
                break;
            case GraderFieldKind.Range:
                CheckRange(entry);
                break;
            case GraderFieldKind.Python when Scalar(entry) is { } source:
                CheckPython(source);
                break;
            case GraderFieldKind.Template when Scalar(entry) is { } text:
                templates.Check(text);
                break;
            case GraderFieldKind.Text when Scalar(entry) is { } word:
                CheckWord(field, word);
                break;
            default:
                break;
        }
    }

    private void CheckWord(GraderField field, YamlScalar word)
    {
        if (field.Words.Length > 0 && !field.Words.Contains(word.Value))
        {
            Report(word.Where, $"{field.Name} is {SafeText.Quote(word.Value)}; it must be {InWords.Or(field.Words)}{DidYouMean.Of(word.Value, field.Words)}");
        }
        else if (profile.Reinforcement.RefusedMetrics.Contains(word.Value) && field.Name == "evaluation_metric")
        {
            Report(word.Where, $"{profile.Title} has no {field.Name} {SafeText.Quote(word.Value)}; it has {InWords.Or([.. field.Words.Except(profile.Reinforcement.RefusedMetrics)])}");
        }
    }

    private void CheckPython(YamlScalar source)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(source.Value) > MostPythonBytes)
        {
            Report(source.Where, $"source has more than the {MostPythonBytes:N0} bytes that hosts take");
        }
        else if (!source.Value.Contains('\n', StringComparison.Ordinal) && source.Value.Contains("\\n", StringComparison.Ordinal))
        {
            Report(source.Where, "source holds a backslash and an n where a line should end; write it as a block, after \"source: |\"");
        }
        else if (!source.Value.Split('\n').Any(line => line.Replace(" ", "", StringComparison.Ordinal).StartsWith("defgrade(", StringComparison.Ordinal)))
        {
            Report(source.Where, "source defines no function \"grade\"; a host calls grade(sample, item) for each answer");
        }
    }

    private void CheckMessages(YamlEntry entry)
    {
        if (entry.Value is not YamlSequence { Items.Count: > 0 } list)
        {
            Report(entry.Value.Where, $"\"{entry.Key.Value}\" is {entry.Value.Kind}; it must be a list of messages with \"role\" and \"content\"");
            return;
        }
        foreach (var item in list.Items)
        {
            if (item is not YamlMapping message || message.Text("role") is not { } role || message.Find("content") is not { } content)
            {
                Report(item.Where, "a message of the grader needs \"role\" and \"content\"");
                continue;
            }
            if (!GraderTemplates.Roles.Contains(role.Value))
            {
                Report(role.Where, $"role is {SafeText.Quote(role.Value)}; it must be {InWords.Or(GraderTemplates.Roles)}{DidYouMean.Of(role.Value, GraderTemplates.Roles)}");
            }
            templates.CheckAll(content.Value);
        }
    }

    private void CheckTexts(YamlMapping grader, YamlEntry entry)
    {
        if (entry.Value is not YamlSequence { Items.Count: > 0 } list || list.Items.Any(item => item is not YamlScalar))
        {
            Report(entry.Value.Where, $"\"{entry.Key.Value}\" must be a list of at least one label");
        }
        else if (entry.Key.Value == "passing_labels" && grader.Find<YamlSequence>("labels") is { } labels)
        {
            var known = labels.Items.OfType<YamlScalar>().Select(label => label.Value).ToArray();
            foreach (var label in list.Items.OfType<YamlScalar>().Where(label => !known.Contains(label.Value)))
            {
                Report(label.Where, $"{SafeText.Quote(label.Value)} is none of the labels{DidYouMean.Of(label.Value, known)}");
            }
        }
    }

    private void CheckRange(YamlEntry entry)
    {
        if (entry.Value is not YamlSequence { Items: [YamlScalar { Number: { } low }, YamlScalar { Number: { } high }] } || low >= high)
        {
            Report(entry.Value.Where, "range must be two numbers, the smaller first, for example [0, 1]");
        }
    }

    private void CheckGraders(YamlNode graders)
    {
        // The description has one grader there, its example a list, the guide a mapping by name: hosts take the mapping.
        var inner = graders switch
        {
            YamlMapping single when single.Text("type") is not null => [single],
            YamlMapping named => named.Entries.Select(entry => entry.Value),
            YamlSequence list => list.Items,
            _ => [],
        };
        var count = 0;
        foreach (var node in inner)
        {
            count++;
            if (node is YamlMapping grader)
            {
                Check(grader, inside: true);
            }
            else
            {
                Report(node.Where, $"a grader is {node.Kind}; it must be a mapping with \"type\"");
            }
        }
        if (count == 0)
        {
            Report(graders.Where, "\"graders\" holds no grader; it must be a mapping of graders by name");
        }
    }

    private void CheckFormula(YamlMapping grader, YamlScalar formula)
    {
        var names = grader.Find("graders")?.Value switch
        {
            YamlMapping named when named.Text("type") is null => named.Entries.Select(entry => entry.Key.Value),
            YamlMapping single => [single.Text("name")?.Value ?? ""],
            YamlSequence list => list.Items.OfType<YamlMapping>().Select(item => item.Text("name")?.Value ?? ""),
            _ => [],
        };
        if (GraderFormula.FaultOf(formula.Value, [.. names]) is { } fault)
        {
            Report(formula.Where, $"calculate_output is {SafeText.Quote(formula.Value)}: {fault}");
        }
    }

    private YamlScalar? Scalar(YamlEntry entry)
    {
        if (entry.Value is YamlScalar { Value.Length: > 0 } scalar)
        {
            return scalar;
        }
        Report(entry.Value.Where, $"\"{entry.Key.Value}\" is {(entry.Value is YamlScalar ? "empty" : entry.Value.Kind)}; it must be text");
        return null;
    }

    private static YamlScalar? Misspelt(YamlMapping grader, string name)
    {
        var known = GraderTypes.All.Values.SelectMany(fields => fields).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return grader.Entries.Select(entry => entry.Key).FirstOrDefault(key => !known.Contains(key.Value) && DidYouMean.Closest(key.Value, [name]) is not null);
    }

    private void Report(SourceSpan where, string message) => findings.Add(ManifestRules.GraderInvalid, where, message);
}
