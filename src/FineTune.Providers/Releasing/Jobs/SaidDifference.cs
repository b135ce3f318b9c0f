using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Holds what a host says that a job trains against what was asked for. What the host does not say, or chose where it was free to, is no difference.</summary>
internal static class SaidDifference
{
    // Hosts keep rates in 32 bits.
    private const double Tolerance = 1e-5;

    /// <summary>What differs, with both values, safe to print; null for nothing.</summary>
    public static string? Of(LockedTraining asked, TrainingJob job, ITrainingHost host)
    {
        var differences = Names(asked, job.Echo, host).Concat(asked.Settings is { } settings ? Settings(JsonNode.Parse(settings.Json)!.AsObject(), job.Echo.Settings) : []).ToList();
        return differences.Count > 0 ? string.Join(", ", differences) : null;
    }

    /// <summary>Which training file a job that was just created trains, where it is not the one that was named; null for no difference. The job of another working copy has its own.</summary>
    public static string? OfFile(LockedTraining asked, TrainingJob job) =>
        job.TrainingFile is { } said && asked.Training.FileId is { } sent && said != sent ? Words("training file", Shown(said), Shown(sent)) : null;

    private static IEnumerable<string> Names(LockedTraining asked, JobEcho said, ITrainingHost host)
    {
        if (said.BaseModel is { } model && !host.IsSameModel(asked.BaseModel, model))
        {
            yield return Words("base model", Shown(model), Shown(asked.BaseModel));
        }
        if (said.Method is { } method && method != asked.Method)
        {
            yield return Words("method", Shown(method), Shown(asked.Method));
        }
        if (asked.Validation is { } validation && said.HasNoValidation)
        {
            yield return Words("validation file", "none", validation.FileId is { } id ? Shown(id) : "one");
        }
    }

    private static IEnumerable<string> Settings(JsonObject asked, JsonObject said)
    {
        foreach (var (name, value) in asked.Where(setting => setting.Key != "hyperparameters"))
        {
            if (said[name] is { } other && !Covers(value, other))
            {
                yield return value is JsonValue ? Words(name, Shown(other), Shown(value)) : $"another {name}";
            }
        }
        foreach (var (name, value) in asked["hyperparameters"] as JsonObject ?? [])
        {
            if (said["hyperparameters"]?[name] is { } other && !IsAuto(value) && !Covers(value, other))
            {
                yield return Words(name, Shown(other), Shown(value));
            }
        }
    }

    // A host may add members that are its defaults, and write a text as an object that holds it.
    private static bool Covers(JsonNode? asked, JsonNode? said) => (asked, said) switch
    {
        (JsonObject one, JsonObject other) => one.All(member => !other.ContainsKey(member.Key) || Covers(member.Value, other[member.Key])),
        (JsonValue, JsonObject or JsonArray) or (JsonObject or JsonArray, JsonValue) => true,
        (JsonArray one, JsonArray other) => one.Count == other.Count && one.Zip(other).All(pair => Covers(pair.First, pair.Second)),
        (JsonValue one, JsonValue other) when Number(one) is { } number && Number(other) is { } same => Math.Abs(number - same) <= Tolerance * Math.Abs(number),
        _ => string.Equals(CanonicalJson.Compact(asked), CanonicalJson.Compact(said), StringComparison.OrdinalIgnoreCase),
    };

    // Some hosts write numbers as text.
    private static double? Number(JsonValue value) => value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
        && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static bool IsAuto(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == "auto";

    private static string Shown(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? Shown(value.GetValue<string>()) : Shown(CanonicalJson.Compact(value));

    private static string Shown(string value) => SafeText.Quote(value)[1..^1];

    private static string Words(string name, string said, string asked) => $"{name} {said} instead of {asked}";
}
