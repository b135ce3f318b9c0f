namespace FineTune.Core.Catalog;

/// <summary>What it costs to keep a tuned model answering where it must be deployed, and when the host takes the deployment away.</summary>
internal sealed record HostingTerms
{
    /// <summary>Hours that a month is counted with: 365 × 24 / 12.</summary>
    public const int HoursPerMonth = 730;

    /// <summary>US dollars for an hour, used or not, by SKU in lower case.</summary>
    public required IReadOnlyDictionary<string, decimal> UsdPerHour { get; init; }

    /// <summary>Days without a call after which the deployment is deleted; null where it stays.</summary>
    public int? IdleDays { get; init; }

    /// <summary>Hours after which a deployment of a SKU is deleted, used or not, by SKU in lower case.</summary>
    public IReadOnlyDictionary<string, int> HoursKept { get; init; } = new Dictionary<string, int>();

    /// <summary>What it costs an hour; null for a SKU that nobody has said a price of.</summary>
    public decimal? PriceOf(string sku) => UsdPerHour.TryGetValue(Key(sku), out var price) ? price : null;

    /// <summary>How many hours a deployment is kept; null where that depends on its use.</summary>
    public int? HoursKeptOf(string sku) => HoursKept.TryGetValue(Key(sku), out var hours) ? hours : null;

    private static string Key(string sku) => sku.ToLowerInvariant();
}
