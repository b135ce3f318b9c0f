using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Core.Tests.Linting.JsonSchemas;

/// <summary>The public JSON Schema test suite: every file of a draft, and what is meant to differ.</summary>
public class ThePublicSuite(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>What needs schemas from elsewhere, which are never followed; what tools do not use; and formats, which are notes.</summary>
    private static readonly string[] NotOurs = ["refRemote", "vocabulary", "anchor", "dynamicRef", "unevaluatedItems", "unevaluatedProperties", "format", "id", "infinite-loop-detection", "unknownKeyword", "content"];

    /// <summary>Cases that are judged otherwise, and why.</summary>
    private static readonly HashSet<string> Meant =
    [
        // Only the metaschema, which is elsewhere, refuses these.
        "definitions: invalid definition: invalid definition schema",
        "ref: remote ref, containing refs itself: remote ref invalid",
        // One schema finds the other by its $id, an address.
        "ref: Recursive references between schemas: invalid tree",
    ];

    private const string Older = "draft7";

    private const string Newer = "draft2020-12";

    [SuiteFact(Older)]
    public void OfDraft7IsJudgedAsItSays() => IsJudgedAsItSays(Older);

    [SuiteFact(Newer)]
    public void OfDraft2020IsJudgedAsItSays() => IsJudgedAsItSays(Newer);

    private void IsJudgedAsItSays(string draft)
    {
        var (right, wrong) = (0, new List<string>());
        foreach (var file in Directory.GetFiles(SuiteFactAttribute.Of(draft), "*.json").Where(file => !NotOurs.Contains(Path.GetFileNameWithoutExtension(file))).Order(StringComparer.Ordinal))
        {
            using var groups = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var group in groups.RootElement.EnumerateArray())
            {
                var isRead = JsonSchema.TryRead(Named(group.GetProperty("schema"), draft), out var schema, out var fault);
                foreach (var test in group.GetProperty("tests").EnumerateArray())
                {
                    var found = isRead ? schema!.Validate(test.GetProperty("data")) : fault;
                    var name = $"{Path.GetFileNameWithoutExtension(file)}: {group.GetProperty("description")}: {test.GetProperty("description")}";
                    if (isRead && found is null == test.GetProperty("valid").GetBoolean())
                    {
                        right++;
                    }
                    else if (!Meant.Contains(name))
                    {
                        wrong.Add($"{name} ({found ?? "matches"})");
                    }
                }
            }
        }
        output.WriteLine($"{draft}: {right} as the suite says");
        wrong.ShouldBeEmpty();
        right.ShouldBeGreaterThan(400);
    }

    /// <summary>The files of draft 7 do not name it; a schema that names no draft is read as a newer one.</summary>
    private static JsonElement Named(JsonElement schema, string draft)
    {
        if (draft != Older || schema.ValueKind != JsonValueKind.Object || schema.TryGetProperty("$schema", out _))
        {
            return schema;
        }
        var named = JsonNode.Parse(schema.GetRawText())!.AsObject();
        named["$schema"] = "http://json-schema.org/draft-07/schema#";
        return JsonSerializer.SerializeToElement(named);
    }
}
