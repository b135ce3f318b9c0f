using System.Text.Json;
using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Core.Tests.Linting.JsonSchemas;

public class WhenArgumentsAreHeldAgainstASchema
{
    [Theory]
    [InlineData("""{"prefixItems": [{"type": "string"}], "items": {"type": "integer"}}""", """["a", 1]""", """["a", "b"]""")]
    [InlineData("""{"prefixItems": [{"type": "string"}], "items": false}""", """["a"]""", """["a", 1]""")]
    [InlineData("""{"contains": {"const": 1}, "minContains": 2, "maxContains": 3}""", "[1, 1, 2]", "[1, 2]")]
    [InlineData("""{"contains": {"const": 1}, "minContains": 0}""", "[2]", null)]
    [InlineData("""{"contains": {"const": 1}, "maxContains": 1}""", "[1]", "[1, 1]")]
    [InlineData("""{"dependentRequired": {"card": ["address"]}}""", """{"address": 1}""", """{"card": 1}""")]
    [InlineData("""{"dependentSchemas": {"card": {"required": ["address"]}}}""", """{}""", """{"card": 1}""")]
    [InlineData("""{"$defs": {"city": {"enum": ["Oslo"]}}, "properties": {"c": {"$ref": "#/$defs/city"}}}""", """{"c": "Oslo"}""", """{"c": "Rome"}""")]
    [InlineData("""{"$defs": {"city": {"$anchor": "c", "minLength": 2}}, "$ref": "#c"}""", "\"Oslo\"", "\"O\"")]
    [InlineData("""{"$defs": {"a": {"type": "string"}}, "$ref": "#/$defs/a", "maxLength": 1}""", "\"a\"", "\"ab\"")]
    [InlineData("""{"properties": {"next": {"$ref": "#"}, "n": {"type": "integer"}}}""", """{"next": {"next": {"n": 1}}}""", """{"next": {"next": {"n": "1"}}}""")]
    [InlineData("""{"uniqueItems": true}""", """[{"a": 1, "b": 2}, {"a": 2}]""", """[{"a": 1, "b": 2}, {"b": 2, "a": 1.0}]""")]
    [InlineData("""{"not": {"required": ["a"]}}""", "{}", """{"a": 1}""")]
    [InlineData("""{"if": {"properties": {"k": {"const": 1}}}, "then": {"required": ["x"]}, "else": {"required": ["y"]}}""", """{"k": 1, "x": 1}""", """{"k": 2, "x": 1}""")]
    [InlineData("""{"patternProperties": {"^x-": {"type": "integer"}}, "additionalProperties": false}""", """{"x-a": 1}""", """{"y": 1}""")]
    [InlineData("""{"maxLength": 1}""", "\"😀\"", "\"ab\"")]
    [InlineData("""{"multipleOf": 0.01}""", "19.99", "19.999")]
    [InlineData("""{"pattern": "^(a+)+$"}""", "\"aaa\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"")]
    public void EachKeywordCounts(string schema, string right, string? wrong)
    {
        Validate(schema, right).ShouldBeNull();
        if (wrong is not null)
        {
            Validate(schema, wrong).ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("""{"$ref": "https://example.com/schema.json"}""")]
    [InlineData("""{"$ref": "file:///etc/passwd"}""")]
    [InlineData("""{"$ref": "other.json#/a"}""")]
    public void AReferenceToElsewhereIsNotFollowed(string schema) => Validate(schema, "1").ShouldBeNull();

    [Fact]
    public void UpToDraft7NothingBesideAReferenceCounts()
    {
        const string Schema = """{"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"a": {}}, "properties": {"x": {"$ref": "#/definitions/a", "maxLength": 1}}}""";

        Validate(Schema, """{"x": "abc"}""").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"anyOf": [{"$ref": "#"}, {"$ref": "#"}, {"$ref": "#"}], "type": "string"}""")]
    [InlineData("""{"pattern": "(x+x+)+y(?=z)"}""")]
    public void WhatWouldNeverEndIsNotJudged(string schema) => Should.NotThrow(() => Validate(schema, $"\"{new string('x', 10_000)}\""));

    [Fact]
    public void ALargeListOfObjectsIsComparedOnceEach()
    {
        var items = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"a": {{i}}}"""));

        Validate("""{"uniqueItems": true}""", $"[{items}]").ShouldBeNull();
        Validate("""{"uniqueItems": true}""", $$"""[{{items}},{"a": 7.0}]""").ShouldNotBeNull();
    }

    private static string? Validate(string schema, string value)
    {
        using var read = JsonDocument.Parse(schema);
        using var data = JsonDocument.Parse(value);
        JsonSchema.TryRead(read.RootElement, out var made, out var fault).ShouldBeTrue(fault);
        return made!.Validate(data.RootElement);
    }
}
