using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Writes the JSON Schema of the manifest, by which editors complete and check it.</summary>
internal static class ManifestSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text: two spaces, LF, one line end at the end.</summary>
    public static string Write()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "finetune.yml",
        };
        foreach (var (key, value) in ManifestModel.Root.Schema().ToArray())
        {
            schema[key] = value?.DeepClone();
        }
        return schema.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
    }
}
