using System.Text.Json;
using FineTune.Core.Linting.JsonSchemas;
using FineTune.Tool.Tests.Readme;

namespace FineTune.Tool.Tests;

/// <summary>Holds JSON that the tool writes to the schema that the repository documents.</summary>
internal static class JsonDocuments
{
    public static JsonElement ShouldFit(string json, string schema)
    {
        using var described = JsonDocument.Parse(Repository.Text("docs", "formats", schema));
        JsonSchema.TryRead(described.RootElement, out var form, out var fault).ShouldBeTrue(fault);
        using var document = JsonDocument.Parse(json);
        form!.Validate(document.RootElement).ShouldBeNull();
        return document.RootElement.Clone();
    }
}
