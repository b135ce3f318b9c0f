using FineTune.Core.Catalog;

namespace FineTune.Core.Counting;

/// <summary>Names what of billable tokens is an estimate.</summary>
internal static class BillingEstimates
{
    /// <summary>The names, in ordinal order; none where every token is exact.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="model">The base model; null where the catalog does not know it, or none is named.</param>
    /// <param name="method">The method that they are counted for.</param>
    /// <param name="more">Names of what else is one.</param>
    public static IReadOnlyList<string> Of(TokenTotals tokens, CatalogModel? model, TuningMethod method, params IEnumerable<string> more) =>
    [
        .. tokens.Estimates
            .Concat(model?.Encoding is null ? ["encoding"] : [])
            .Concat(method == TuningMethod.Dpo ? ["preference_pairs"] : [])
            .Concat(more)
            .Order(StringComparer.Ordinal),
    ];
}
