using System.ClientModel;
using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>What is sent: the body of the create call, and of a chat.</summary>
internal static class JobBody
{
    /// <summary>A body that can be sent more than once.</summary>
    public static BinaryContent Content(JsonObject body) => BinaryContent.Create(BinaryData.FromString(body.ToJsonString()));

    /// <summary>A chat of one message.</summary>
    public static JsonObject Chat(string model, string prompt) => new()
    {
        ["model"] = model,
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = prompt }),
    };

    /// <summary>The create call's body in the words of the host.</summary>
    public static JsonObject Of(JobOrder order, HostQuirks quirks)
    {
        var model = order.Model;
        var body = new JsonObject { ["model"] = model.BaseModel.Value, ["training_file"] = order.TrainingFile };
        Add(body, "validation_file", order.ValidationFile);
        Add(body, "suffix", model.Suffix);
        Add(body, "seed", model.Seed);
        Add(body, "integrations", model.Integrations?.DeepClone());
        AddMethod(body, model, quirks);
        if (quirks.Metadata)
        {
            body["metadata"] = Metadata(order);
        }
        return body;
    }

    private static void AddMethod(JsonObject body, ModelSettings model, HostQuirks quirks)
    {
        var hyperparameters = Hyperparameters(model, quirks);
        if (quirks.LegacyHyperparameters || model.Method == TuningMethod.Completion)
        {
            Add(body, "hyperparameters", hyperparameters);
            return;
        }
        var type = model.Method.Name();
        var settings = new JsonObject();
        Add(settings, "hyperparameters", hyperparameters);
        Add(settings, "grader", model.Grader?.DeepClone());
        Add(settings, "response_format", model.ResponseFormat?.DeepClone());
        var method = new JsonObject { ["type"] = type };
        Add(method, type, settings.Count > 0 ? settings : null);
        body["method"] = method;
    }

    private static JsonObject? Hyperparameters(ModelSettings model, HostQuirks quirks)
    {
        var values = new JsonObject();
        foreach (var (name, value) in model.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            values[quirks.Renames.GetValueOrDefault(name, name)] = value.DeepClone();
        }
        return values.Count > 0 ? values : null;
    }

    // Ours are written last: nobody else may say which run a job belongs to.
    private static JsonObject Metadata(JobOrder order)
    {
        var metadata = new JsonObject();
        foreach (var (key, value) in order.Model.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            metadata[key] = value;
        }
        metadata[JobMark.ProjectKey] = order.Mark.Project;
        metadata[JobMark.RunKey] = order.Mark.Run!;
        return metadata;
    }

    private static void Add(JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
        {
            body[name] = value;
        }
    }
}
