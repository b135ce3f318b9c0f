using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Exec;

/// <summary>The <c>request.json</c> for a trainer command, version 1.</summary>
internal static class ExecRequest
{
    private const int Version = 1;
    private static readonly HostQuirks Plain = new();

    /// <summary>What is asked, in the words of the API.</summary>
    public static JsonObject Of(JobOrder order, string? validationFile)
    {
        var model = order.Model;
        var request = new JsonObject
        {
            ["version"] = Version,
            ["name"] = model.Name,
            ["base_model"] = model.BaseModel.Value,
            ["method"] = model.Method.Name(),
            ["training_file"] = "training.jsonl",
            ["validation_file"] = validationFile,
            ["result_file"] = "result.json",
            ["events_file"] = "events.jsonl",
            ["suffix"] = model.Suffix,
            ["seed"] = model.Seed,
            ["hyperparameters"] = new JsonObject(model.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone()))),
            ["grader"] = model.Grader?.DeepClone(),
            ["response_format"] = model.ResponseFormat?.DeepClone(),
            ["integrations"] = model.Integrations?.DeepClone(),
        };
        var metadata = new JsonObject(model.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        metadata[JobMark.ProjectKey] = order.Mark.Project;
        metadata[JobMark.RunKey] = order.Mark.Run;
        request["metadata"] = metadata;
        return request;
    }

    /// <summary>What a request asked for.</summary>
    public static JobEcho Echo(JsonElement request) => new()
    {
        BaseModel = request.Text("base_model"),
        Method = request.Text("method"),
        Settings = JobEchoReading.Settings(request, request, Plain),
    };
}
