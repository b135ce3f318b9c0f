using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Identity;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>What a job says that it trains, in the words that <see cref="JobBody"/> turns into the host's.</summary>
internal static class JobEchoReading
{
    /// <summary>The echo; nothing where the job says nothing.</summary>
    public static JobEcho Of(JsonElement job, HostQuirks quirks)
    {
        var method = job.Object("method");
        var name = method?.Text("type");
        return new JobEcho
        {
            BaseModel = job.Text("model"),
            Method = name,
            ValidationFile = job.Text("validation_file"),
            HasNoValidation = job.TryGetProperty("validation_file", out var file) && file.ValueKind == JsonValueKind.Null,
            Settings = Settings(job, (name is null ? null : method?.Object(name)) ?? default, quirks),
        };
    }

    /// <summary>Settings of a job, and of its method.</summary>
    public static JsonObject Settings(JsonElement job, JsonElement of, HostQuirks quirks)
    {
        var settings = new JsonObject();
        Add("hyperparameters", Hyperparameters(of.Object("hyperparameters") ?? job.Object("hyperparameters"), quirks));
        Add("grader", Node(of.Object("grader")));
        Add("response_format", Node(of.Object("response_format")));
        Add("seed", job.Whole("seed"));
        Add("suffix", job.Text("user_provided_suffix") ?? job.Text("suffix"));
        Add("training_type", (job.Text("trainingType") ?? job.Text("training_type")) is { } type ? JsonNamingPolicy.SnakeCaseLower.ConvertName(type) : null);
        return settings;

        void Add(string key, JsonNode? value)
        {
            if (value is not null)
            {
                settings[key] = value;
            }
        }
    }

    private static JsonObject? Hyperparameters(JsonElement? said, HostQuirks quirks)
    {
        if (Node(said) is not JsonObject values)
        {
            return null;
        }
        foreach (var (ours, theirs) in quirks.Renames)
        {
            if (values.Remove(theirs, out var value))
            {
                values[ours] = value;
            }
        }
        return values;
    }

    // Written out once here: a key that is there twice and half a surrogate pair throw only when they are looked at.
    private static JsonNode? Node(JsonElement? element)
    {
        try
        {
            return element is { } value && JsonNode.Parse(value.GetRawText()) is { } node ? JsonNode.Parse(CanonicalJson.Compact(node)) : null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }
}
