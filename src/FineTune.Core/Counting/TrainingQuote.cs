using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;

namespace FineTune.Core.Counting;

/// <summary>What a model's training would cost, or why that is not known.</summary>
/// <param name="Cost">The cost; null where it is not known.</param>
/// <param name="Unknown">Why it is not known, safe to print; null where it is.</param>
internal sealed record TrainingQuote(CostEstimate? Cost, string? Unknown)
{
    /// <summary>What of the tokens is an estimate, also where their cost is not known; none where they were not counted.</summary>
    public IReadOnlyList<string> Estimates { get; init; } = [];

    /// <summary>The quote for a model. The emulator quotes what the model's own provider would take.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tokens">Tokens of its training data; null where they were not counted.</param>
    /// <param name="examples">Examples of its training data.</param>
    public static TrainingQuote Of(ModelSettings model, TokenTotals? tokens, long examples)
    {
        var entry = ProfileCatalog.Find(model.Provider.Profile)?.FindModel(model.BaseModel.Value);
        if ((model.TrainingPricePerMillion ?? entry?.TrainingPricePerMillion) is not { } price)
        {
            return new(null, Unpriced(model.BaseModel.Value, model.Provider.Name, entry)) { Estimates = tokens is null ? [] : BillingEstimates.Of(tokens, entry, model.Method) };
        }
        return tokens is null
            ? new(null, "its tokens were not counted")
            : Priced(Estimate(tokens, entry, model.Method, TrainingEpochs.Of(model, examples), price, model.TrainingPricePerMillion is not null));
    }

    /// <summary>The quote for data alone: the catalog's price, and the epochs that hosts are known to choose.</summary>
    /// <param name="data">The data, whose tokens were counted.</param>
    public static TrainingQuote Of(DatasetReport data)
    {
        if (data.BaseModel is not { } entry || data.Tokens is not { } tokens)
        {
            return new(null, "no model is named");
        }
        return entry.TrainingPricePerMillion is { } price
            ? Priced(Estimate(tokens, entry, data.Method, TrainingEpochs.Of(model: null, data.Examples), price, isOfManifest: false))
            : new(null, Unpriced(entry.Id, data.Profile, entry)) { Estimates = BillingEstimates.Of(tokens, entry, data.Method) };
    }

    private static TrainingQuote Priced(CostEstimate cost) => new(cost, null) { Estimates = cost.Estimates };

    private static CostEstimate Estimate(TokenTotals tokens, CatalogModel? entry, TuningMethod method, TrainingEpochs epochs, decimal price, bool isOfManifest)
    {
        var estimates = BillingEstimates.Of(tokens, entry, method, epochs.IsDeclared ? [] : ["epochs"]);
        return new(TrainingCost.Of(tokens.Billable, epochs.Count, price), tokens.Billable * epochs.Count, estimates.Count == 0)
        {
            TokensPerEpoch = tokens.Billable,
            Epochs = epochs.Count,
            PricePerMillion = price,
            PriceIsOfManifest = isOfManifest,
            Estimates = estimates,
        };
    }

    private static string Unpriced(string model, string provider, CatalogModel? entry) => entry?.TrainingPricePerHour is { } hourly
        ? $"{SafeText.Clean(provider)} bills {SafeText.Clean(model)} by the hour of training, {hourly:0.00} USD, and how long it takes is not known before"
        : $"no price is known for {SafeText.Clean(model)} at {SafeText.Clean(provider)}";
}
