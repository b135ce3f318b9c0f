using FineTune.Core.Datasets;
using FineTune.Core.Manifest;

namespace FineTune.Core.Counting;

/// <summary>What a dataset is like, and what a training on it would cost.</summary>
internal sealed record DatasetStatistics
{
    /// <summary>The dataset as it was read.</summary>
    public required DatasetReport Data { get; init; }

    /// <summary>Its tokens.</summary>
    public required TokenTotals Tokens { get; init; }

    /// <summary>Its examples.</summary>
    public required Census Census { get; init; }

    /// <summary>What its tokens were counted by.</summary>
    public required string Encoding { get; init; }

    /// <summary>Most tokens of an example that are trained on; null for no limit.</summary>
    public int? Limit => Data.MaxExampleTokens;

    /// <summary>What a training would cost; null for a validation dataset, which is not trained on.</summary>
    public TrainingQuote? Quote { get; init; }

    /// <summary>What of the billable tokens is an estimate.</summary>
    public IReadOnlyList<string> Estimates => Quote?.Cost?.Estimates ?? BillingEstimates.Of(Tokens, Data.BaseModel, Data.Method);

    /// <summary>Tokens beyond the limit, which are neither trained on nor billed.</summary>
    public long CutTokens => Census.TotalTokens - Tokens.Billable;

    /// <summary>The statistics of datasets that were read with tokens and census.</summary>
    /// <param name="datasets">The datasets.</param>
    /// <param name="manifest">Their manifest; null for files alone.</param>
    public static IReadOnlyList<DatasetStatistics> Of(IReadOnlyList<DatasetReport> datasets, FineTuneManifest? manifest) => [.. datasets.Select(data => Of(data, manifest))];

    private static DatasetStatistics Of(DatasetReport data, FineTuneManifest? manifest)
    {
        var census = new Census();
        foreach (var file in data.Files)
        {
            census.Add(file.Census ?? new Census());
        }
        var model = manifest?.Models.FirstOrDefault(model => model.Name == data.Model);
        var tokens = data.Files.Select(file => file.Tokens).OfType<TokenTotals>().Aggregate(TokenTotals.None, (sum, more) => sum.Plus(more));
        return new()
        {
            Data = data,
            Tokens = tokens,
            Census = census,
            Encoding = TokenMeter.EncodingOf(data.BaseModel),
            Quote = data.Role != DatasetRole.Training ? null : model is null ? TrainingQuote.Of(data) : TrainingQuote.Of(model, tokens, data.Examples),
        };
    }
}
