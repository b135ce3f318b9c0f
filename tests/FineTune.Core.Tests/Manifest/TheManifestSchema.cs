using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FineTune.Core.Manifest.Reading;

namespace FineTune.Core.Tests.Manifest;

public sealed class TheManifestSchema
{
    private readonly JsonObject schema = JsonNode.Parse(ManifestSchema.Write())!.AsObject();

    [Fact]
    public void NamesItsDialect() => ((string?)schema["$schema"]).ShouldBe("https://json-schema.org/draft/2020-12/schema");

    [Fact]
    public void IsWrittenTheSameWayEachTime()
    {
        ManifestSchema.Write().ShouldBe(ManifestSchema.Write());
        ManifestSchema.Write().ShouldEndWith("}\n");
        ManifestSchema.Write().ShouldNotContain("\r");
    }

    [Theory]
    [InlineData("", "version extends providers models lint")]
    [InlineData("providers", "kind endpoint profile api_key_env training_type deployment command env")]
    [InlineData("providers.deployment", "resource_id name sku capacity")]
    [InlineData("models", "provider base_model method training validation suffix seed hyperparameters grader response_format integrations metadata price budget")]
    [InlineData("lint", "rules ignore baseline")]
    public void KnowsTheKeysAndNoOthers(string path, string keys)
    {
        var part = At(path);

        part["properties"]!.AsObject().Select(key => key.Key).ShouldBe(keys.Split(' '));
        ((bool)part["additionalProperties"]!).ShouldBeFalse();
    }

    [Fact]
    public void ListsTheAllowedWords()
    {
        Words(At("models")["properties"]!["method"]!).ShouldBe(["supervised", "dpo", "reinforcement", "completion"]);
        Words(At("providers")["properties"]!["kind"]!).ShouldBe(["openai", "azure", "openai_compatible", "exec", "emulator"]);
        Words(At("providers")["properties"]!["profile"]!).ShouldContain("nebius");
        Words(At("lint")["properties"]!["rules"]!["additionalProperties"]!).ShouldBe(["none", "info", "warning", "error"]);
    }

    [Fact]
    public void KnowsHowARuleIsNamed() =>
        ((string?)At("lint")["properties"]!["rules"]!["propertyNames"]!["pattern"]).ShouldBe("^FT[0-9]{4}$");

    [Fact]
    public void DescribesEveryKey() => Undescribed(schema, "").ShouldBeEmpty();

    [Fact]
    public void HasOnlyPatternsThatEveryRegularExpressionEngineReads()
    {
        var patterns = Patterns(schema).ToList();

        patterns.ShouldNotBeEmpty();
        foreach (var pattern in patterns)
        {
            Should.NotThrow(() => new Regex(pattern, RegexOptions.ECMAScript), pattern);
        }
    }

    private JsonObject At(string path)
    {
        var part = schema;
        foreach (var key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            part = part["properties"]![key]!.AsObject();
            part = part["additionalProperties"] is JsonObject named ? named : part;
        }
        return part;
    }

    private static IEnumerable<string?> Words(JsonNode part) => part["enum"]!.AsArray().Select(word => (string?)word);

    private static IEnumerable<string> Undescribed(JsonObject part, string path)
    {
        foreach (var (key, value) in part["properties"]?.AsObject() ?? [])
        {
            if (value!["description"] is null && !path.EndsWith("hyperparameters", StringComparison.Ordinal))
            {
                yield return $"{path}.{key}";
            }
            foreach (var below in Undescribed(value.AsObject(), $"{path}.{key}"))
            {
                yield return below;
            }
        }
        if (part["additionalProperties"] is JsonObject named)
        {
            foreach (var below in Undescribed(named, path + ".*"))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<string> Patterns(JsonNode? part) => part switch
    {
        JsonObject map => map.SelectMany(pair => pair is { Key: "pattern", Value: JsonValue value } && value.GetValueKind() == JsonValueKind.String
            ? [value.GetValue<string>()]
            : Patterns(pair.Value)),
        JsonArray list => list.SelectMany(Patterns),
        _ => [],
    };
}
