using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Planning;

/// <summary>What a model's training would cost, or why that is not known.</summary>
/// <param name="Cost">The cost; null where it is not known.</param>
/// <param name="Unknown">Why it is not known, safe to print; null where it is.</param>
internal sealed record TrainingQuote(CostEstimate? Cost, string? Unknown)
{
    /// <summary>The quote for a model. The emulator quotes what the model's own provider would take.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tokens">Tokens of its training data; null where they were not counted.</param>
    /// <param name="examples">Examples of its training data.</param>
    public static TrainingQuote Of(ModelSettings model, TokenTotals? tokens, long examples)
    {
        var entry = ProfileCatalog.Find(model.Provider.Profile)?.FindModel(model.BaseModel.Value);
        if ((model.TrainingPricePerMillion ?? entry?.TrainingPricePerMillion) is not { } price)
        {
            return new(null, Unpriced(model, entry));
        }
        if (tokens is null)
        {
            return new(null, "its tokens were not counted");
        }
        var epochs = TrainingEpochs.Of(model, examples);
        string[] estimates = [.. Estimates(model, entry, tokens, epochs).Order(StringComparer.Ordinal)];
        return new(
            new CostEstimate(TrainingCost.Of(tokens.Billable, epochs.Count, price), tokens.Billable * epochs.Count, estimates.Length == 0)
            {
                TokensPerEpoch = tokens.Billable,
                Epochs = epochs.Count,
                PricePerMillion = price,
                PriceIsOfManifest = model.TrainingPricePerMillion is not null,
                Estimates = estimates,
            },
            null);
    }

    private static IEnumerable<string> Estimates(ModelSettings model, CatalogModel? entry, TokenTotals tokens, TrainingEpochs epochs)
    {
        foreach (var name in tokens.Estimates)
        {
            yield return name;
        }
        if (entry?.Encoding is null)
        {
            yield return "encoding";
        }
        if (!epochs.IsDeclared)
        {
            yield return "epochs";
        }
        if (model.Method == TuningMethod.Dpo)
        {
            yield return "preference_pairs";
        }
    }

    private static string Unpriced(ModelSettings model, CatalogModel? entry)
    {
        var what = SafeText.Clean(model.BaseModel.Value);
        return entry?.TrainingPricePerHour is { } hourly
            ? $"{model.Provider.Name} bills {what} by the hour of training, {hourly:0.00} USD, and how long it takes is not known before"
            : $"no price is known for {what} at {SafeText.Clean(model.Provider.Name)}";
    }
}
