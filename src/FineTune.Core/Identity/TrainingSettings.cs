using System.Text.Json.Nodes;

namespace FineTune.Core.Identity;

/// <summary>
/// What a training is told beside its data, base model and method: <c>hyperparameters</c>, <c>grader</c>, <c>response_format</c>,
/// <c>integrations</c>, <c>seed</c>, <c>suffix</c> and <c>training_type</c>, each only where it is set.
/// </summary>
public sealed record TrainingSettings
{
    private TrainingSettings(string json) => Json = json;

    /// <summary>Nothing said: the provider's defaults.</summary>
    public static TrainingSettings None { get; } = new("{}");

    /// <summary>The settings as canonical JSON: equal settings have equal text.</summary>
    public string Json { get; }

    /// <summary>Settings from a JSON object; members that are null count as not set.</summary>
    /// <param name="settings">The object; it is not kept.</param>
    public static TrainingSettings Of(JsonObject settings)
    {
        var set = settings.Where(member => member.Value is not null)
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()));
        return new TrainingSettings(CanonicalJson.Compact(new JsonObject(set)));
    }

    /// <summary>What differs, by name in ordinal order: hyperparameters one by one, everything else as a whole.</summary>
    /// <param name="other">The later settings.</param>
    internal IEnumerable<SettingChange> ChangesTo(TrainingSettings other)
    {
        var before = Flatten();
        var after = other.Flatten();
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(name => new SettingChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(change => change.Before != change.After);
    }

    private Dictionary<string, string> Flatten()
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in JsonNode.Parse(Json)!.AsObject())
        {
            if (name == "hyperparameters" && value is JsonObject hyperparameters)
            {
                foreach (var (parameter, setting) in hyperparameters)
                {
                    flat[parameter] = CanonicalJson.Compact(setting);
                }
            }
            else
            {
                flat[name] = CanonicalJson.Compact(value);
            }
        }
        return flat;
    }
}
