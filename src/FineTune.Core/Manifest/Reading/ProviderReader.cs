using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Reads <c>providers</c>.</summary>
/// <param name="findings">Takes what the shapes alone can't tell.</param>
internal sealed class ProviderReader(FindingList findings)
{
    private static readonly (string Key, ProviderKind[] Kinds)[] KindKeys =
    [
        ("endpoint", [ProviderKind.OpenAI, ProviderKind.Azure, ProviderKind.OpenAICompatible, ProviderKind.Emulator]),
        ("api_key_env", [ProviderKind.OpenAI, ProviderKind.Azure, ProviderKind.OpenAICompatible]),
        ("training_type", [ProviderKind.Azure]),
        ("deployment", [ProviderKind.Azure]),
        ("command", [ProviderKind.Exec]),
        ("env", [ProviderKind.Exec]),
    ];

    private static readonly (string Key, ProviderKind[] Kinds)[] KindNeeds =
    [
        ("endpoint", [ProviderKind.Azure, ProviderKind.OpenAICompatible]),
        ("command", [ProviderKind.Exec]),
    ];

    /// <summary>Reads all providers, with the two that need no declaration.</summary>
    public Dictionary<string, ProviderSettings> Read(YamlMapping? mapping)
    {
        var providers = new Dictionary<string, ProviderSettings>(StringComparer.Ordinal)
        {
            ["openai"] = Undeclared("openai", ProviderKind.OpenAI),
            ["emulator"] = Undeclared("emulator", ProviderKind.Emulator),
        };
        foreach (var entry in mapping?.Entries ?? [])
        {
            if (entry.Value is YamlMapping settings && ProviderKinds.Find(settings.Text("kind")?.Value) is { } kind)
            {
                providers[entry.Key.Value] = ReadOne(entry.Key, settings, kind);
            }
        }
        return providers;
    }

    private static ProviderSettings Undeclared(string name, ProviderKind kind) =>
        new() { Name = name, Kind = kind, Profile = ProviderKinds.ProfileOf(kind) };

    private ProviderSettings ReadOne(YamlScalar name, YamlMapping settings, ProviderKind kind)
    {
        CheckKeys(name, settings, kind);
        CheckEndpoint(settings);
        var profile = settings.Text("profile")?.Value;
        return new ProviderSettings
        {
            Name = name.Value,
            Kind = kind,
            Profile = profile is not null && Catalog.ProfileCatalog.Names.Contains(profile) ? profile : ProviderKinds.ProfileOf(kind),
            Endpoint = settings.Text("endpoint"),
            ApiKeyVariable = settings.Text("api_key_env")?.Value,
            TrainingType = settings.Text("training_type")?.Value,
            Deployment = ReadDeployment(settings.Find<YamlMapping>("deployment")),
            Command = Texts(settings.Find<YamlSequence>("command")),
            Environment = Texts(settings.Find<YamlSequence>("env")),
        };
    }

    private void CheckKeys(YamlScalar name, YamlMapping settings, ProviderKind kind)
    {
        foreach (var (key, kinds) in KindKeys)
        {
            if (!kinds.Contains(kind) && settings.Find(key) is { } entry)
            {
                findings.Add(ManifestRules.Value, entry.Key.Where, $"\"{key}\" means nothing to a provider of kind {kind.Name()}");
            }
        }
        foreach (var (key, kinds) in KindNeeds)
        {
            if (kinds.Contains(kind) && settings.Find(key) is null)
            {
                findings.Add(ManifestRules.Value, name.Where, $"{SafeText.Quote(name.Value)} has no \"{key}\", which a provider of kind {kind.Name()} needs");
            }
        }
    }

    private void CheckEndpoint(YamlMapping settings)
    {
        // The address itself is not shown: where it has a password in it, that is what is wrong with it.
        if (settings.Text("endpoint") is { Value.Length: > 0 } endpoint && Endpoint.ProblemAsWritten(endpoint.Value) is { } problem)
        {
            findings.Add(endpoint.Value.Contains('@') ? ManifestRules.Secret : ManifestRules.Value, endpoint.Where, $"\"endpoint\" {problem}");
        }
    }

    private static DeploymentSettings? ReadDeployment(YamlMapping? deployment) =>
        deployment?.Text("resource_id") is { } resource && deployment.Text("name") is { } name
            ? new DeploymentSettings(resource, name, deployment.Text("sku")?.Value ?? "standard", (int)Math.Clamp(deployment.Find<YamlScalar>("capacity")?.Whole ?? 1, 1, int.MaxValue))
            : null;

    private static string[] Texts(YamlSequence? list) => [.. (list?.Items ?? []).OfType<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Value)];
}
