using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Grading;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Reads <c>models</c>.</summary>
/// <param name="providers">The providers by name.</param>
/// <param name="declared">Names of all providers that are declared, even those that can't be read, whose fault is reported already.</param>
/// <param name="data">Finds the files.</param>
/// <param name="findings">Takes what the shapes alone can't tell.</param>
internal sealed class ModelReader(Dictionary<string, ProviderSettings> providers, IReadOnlyCollection<string> declared, DatasetReader data, FindingList findings)
{
    /// <summary>Reads all models; one without provider, base model or training data is left out.</summary>
    public IReadOnlyList<ModelSettings> Read(YamlMapping? mapping) =>
    [
        .. (mapping?.Entries ?? [])
            .Select(entry => entry.Value is YamlMapping settings ? ReadOne(entry.Key, settings) : null)
            .OfType<ModelSettings>(),
    ];

    private ModelSettings? ReadOne(YamlScalar name, YamlMapping settings)
    {
        var provider = FindProvider(settings);
        var training = data.Read(settings.Find("training")?.Value);
        var validation = data.Read(settings.Find("validation")?.Value);
        var method = TuningMethods.Find(settings.Text("method")?.Value) ?? TuningMethod.Supervised;
        var hyperparameters = settings.Find<YamlMapping>("hyperparameters");
        if (provider is not null && ProfileCatalog.Find(provider.Profile) is { } profile)
        {
            var check = new ModelCheck(profile, method, findings);
            var isOffered = check.CheckMethod(name, settings);
            check.CheckReinforcement(name, settings);
            check.CheckSuffix(settings);
            if (isOffered && method is TuningMethod.Reinforcement && provider.Kind is not ProviderKind.Exec && Filled(settings, "grader") is { } written)
            {
                new GraderCheck(profile, findings).Check(written);
            }
            new HyperparameterCheck(profile, method, othersAllowed: provider.Kind is ProviderKind.Exec, findings).Check(hyperparameters);
        }
        MetadataCheck.Check(settings.Find<YamlMapping>("metadata"), findings);
        if (provider is null || training is null || settings.Text("base_model") is not { } baseModel)
        {
            return null;
        }
        return new ModelSettings
        {
            Name = name.Value,
            Where = name.Where,
            Provider = provider,
            BaseModel = baseModel,
            Method = method,
            Training = training,
            Validation = validation,
            Suffix = settings.Text("suffix")?.Value,
            Seed = settings.Find<YamlScalar>("seed")?.Whole is >= 0 and <= int.MaxValue and var seed ? (int)seed : null,
            Hyperparameters = Single(hyperparameters).ToDictionary(entry => entry.Key.Value, entry => YamlJson.Of(entry.Value)!),
            Grader = Filled(settings, "grader") is { } grader ? YamlJson.Of(grader) : null,
            ResponseFormat = Filled(settings, "response_format") is { } format ? YamlJson.Of(format) : null,
            Integrations = settings.Find<YamlSequence>("integrations") is { Items.Count: > 0 } integrations ? YamlJson.Of(integrations) : null,
            Metadata = Single(settings.Find<YamlMapping>("metadata")).ToDictionary(entry => entry.Key.Value, entry => ((YamlScalar)entry.Value).Value),
            TrainingPricePerMillion = Money(settings.Find<YamlMapping>("price")?.Find<YamlScalar>("training_per_million")),
            MaxCostUsd = Money(settings.Find<YamlMapping>("budget")?.Find<YamlScalar>("max_cost_usd")),
        };
    }

    private ProviderSettings? FindProvider(YamlMapping settings)
    {
        if (settings.Text("provider") is not { } name)
        {
            return null;
        }
        if (providers.TryGetValue(name.Value, out var provider))
        {
            return provider;
        }
        if (!declared.Contains(name.Value))
        {
            findings.Add(ManifestRules.Value, name.Where, $"there is no provider {SafeText.Quote(name.Value)}; there are {string.Join(", ", providers.Keys.Order(StringComparer.Ordinal))}{DidYouMean.Of(name.Value, providers.Keys)}");
        }
        return null;
    }

    // An empty mapping is as good as none.
    internal static YamlMapping? Filled(YamlMapping settings, string key) => settings.Find<YamlMapping>(key) is { Entries.Count: > 0 } mapping ? mapping : null;

    private static IEnumerable<YamlEntry> Single(YamlMapping? mapping) => (mapping?.Entries ?? []).Where(entry => entry is { IsEmpty: false, Value: YamlScalar });

    private static decimal? Money(YamlScalar? scalar) =>
        scalar?.Number is >= 0 and < (double)(decimal.MaxValue / 2) and var amount ? (decimal)amount : null;
}
