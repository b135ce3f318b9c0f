using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Grading;

/// <summary>Checks the templates of a grader: <c>{{item.x}}</c> and <c>{{sample.output_text}}</c>.</summary>
/// <param name="findings">Takes FT2038.</param>
internal sealed partial class GraderTemplates(FindingList findings)
{
    private static readonly string[] Namespaces = ["item", "sample"];

    private static readonly string[] OfSample = ["output_text", "output_json", "output_tools", "choices"];

    /// <summary>Roles of the messages of a grader.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["system", "developer", "user", "assistant"];

    /// <summary>Checks a text.</summary>
    public void Check(YamlScalar text)
    {
        if (FaultOf(text.Value) is { } fault)
        {
            findings.Add(ManifestRules.GraderInvalid, text.Where, fault);
        }
    }

    /// <summary>Checks every text of a node.</summary>
    public void CheckAll(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar text:
                Check(text);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    CheckAll(item);
                }
                break;
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    CheckAll(entry.Value);
                }
                break;
            default:
                break;
        }
    }

    /// <summary>A grader that never looks at the answer gives the same score to every one.</summary>
    public void CheckThatTheAnswerCounts(YamlMapping grader, string type)
    {
        if (type is "string_check" or "text_similarity"
            && grader.Text("input") is { } input && grader.Text("reference") is { } reference
            && FaultOf(input.Value) is null && FaultOf(reference.Value) is null
            && !ReadsSample().IsMatch(input.Value) && !ReadsSample().IsMatch(reference.Value))
        {
            findings.Add(ManifestRules.GraderInvalid, input.Where, "neither \"input\" nor \"reference\" reads the answer, {{sample.output_text}}: every answer would have the same score");
        }
    }

    private static string? FaultOf(string text)
    {
        if (Single().Match(text) is { Success: true } single)
        {
            return $"{SafeText.Quote(single.Value)} has single braces; a template has double ones: {SafeText.Quote($"{{{single.Value}}}")}";
        }
        for (var from = 0; text.IndexOf("{{", from, StringComparison.Ordinal) is >= 0 and var start;)
        {
            var end = text.IndexOf("}}", start + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                return $"the template that starts with {SafeText.Quote(text[start..Math.Min(start + 20, text.Length)])} is not closed by \"}}}}\"";
            }
            if (FaultOfPath(text[(start + 2)..end].Trim()) is { } fault)
            {
                return fault;
            }
            from = end + 2;
        }
        return null;
    }

    private static string? FaultOfPath(string path)
    {
        var (space, rest) = path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (path[..dot], path[(dot + 1)..]) : (path, "");
        var shown = SafeText.Quote($"{{{{{path}}}}}");
        if (!Namespaces.Contains(space))
        {
            return $"{shown} starts with {SafeText.Quote(space)}; a template starts with \"item.\" (the line) or \"sample.\" (the answer){DidYouMean.Of(space, Namespaces)}";
        }
        if (!Path().IsMatch(rest))
        {
            return $"{shown} names no {(space == "item" ? "field of the line" : "part of the answer")}; it must be {SafeText.Quote($"{{{{{space}.{(space == "item" ? "answer" : "output_text")}}}}}")} or the like";
        }
        var head = rest.Split('.', '[')[0];
        return space == "sample" && !OfSample.Contains(head) && DidYouMean.Closest(head, OfSample) is { } meant
            ? $"{shown} reads {SafeText.Quote(head)}, which an answer does not have (did you mean {SafeText.Quote(meant)}?)"
            : null;
    }

    [GeneratedRegex(@"^[A-Za-z_][\w-]*(\.[\w-]+|\[[^\]]+\])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<!\{)\{\s*(item|sample)\.\w+\s*\}(?!\})", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(@"\{\{\s*sample\.", RegexOptions.CultureInvariant)]
    private static partial Regex ReadsSample();
}
