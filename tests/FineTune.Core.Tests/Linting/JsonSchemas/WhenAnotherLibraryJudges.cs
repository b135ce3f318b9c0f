using System.Text.Json;
using System.Text.Json.Nodes;
using JsonSchema = FineTune.Core.Linting.JsonSchemas.JsonSchema;
using OtherSchema = Json.Schema.JsonSchema;

namespace FineTune.Core.Tests.Linting.JsonSchemas;

/// <summary>Draft 2020-12 as JsonSchema.Net has it: seeded schemas, each with values of its own.</summary>
public class WhenAnotherLibraryJudges
{
    private const int Schemas = 400;

    private const int ValuesOfEach = 20;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void OursAgreesWithIt(ulong seed)
    {
        var seeded = new SeededSchemas(seed);
        var (matching, failing, differing) = (0, 0, new List<string>());
        for (var place = 0; place < Schemas; place++)
        {
            var written = seeded.Schema().ToJsonString();
            JsonSchema.TryRead(JsonElement.Parse(written), out var ours, out var fault).ShouldBeTrue($"{written}: {fault}");
            var theirs = OtherSchema.FromText(written);
            for (var count = 0; count < ValuesOfEach; count++)
            {
                var value = seeded.Value(depth: 3)?.ToJsonString() ?? "null";
                var said = ours!.Validate(JsonElement.Parse(value));
                (matching, failing) = said is null ? (matching + 1, failing) : (matching, failing + 1);
                if (said is null != theirs.Evaluate(JsonNode.Parse(value)).IsValid)
                {
                    differing.Add($"{value} by {written}: ours says {said ?? "it matches"}");
                }
            }
        }

        differing.ShouldBeEmpty();
        Math.Min(matching, failing).ShouldBeGreaterThan(Schemas * ValuesOfEach / 5);
    }
}
