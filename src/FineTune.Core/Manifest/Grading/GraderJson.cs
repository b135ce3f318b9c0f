using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Grading;

/// <summary>Holds a grader that comes as JSON, as a request has it, against the rules for those of a manifest.</summary>
internal static class GraderJson
{
    private static readonly SourceSpan Nowhere = new("", TextRange.FileStart);

    /// <summary>What is wrong with a grader; null where nothing is.</summary>
    public static string? FaultOf(JsonElement grader, Profile profile)
    {
        var findings = new FindingList();
        new GraderCheck(profile, findings).Check(Mapping(grader));
        return findings.InOrder([""]) is [var first, ..] ? first.Message : null;
    }

    private static YamlNode NodeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Mapping(value),
        JsonValueKind.Array => new YamlSequence([.. value.EnumerateArray().Select(NodeOf)], Nowhere),
        JsonValueKind.String => new YamlScalar(value.GetString()!, plain: false, Nowhere),
        _ => new YamlScalar(value.GetRawText(), plain: true, Nowhere),
    };

    private static YamlMapping Mapping(JsonElement value) =>
        new([.. value.EnumerateObject().Select(pair => new YamlEntry(new YamlScalar(pair.Name, plain: false, Nowhere), NodeOf(pair.Value)))], Nowhere);
}
