using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;

namespace FineTune.Core.Planning;

/// <summary>What it costs to keep a model answering, beside its training.</summary>
/// <param name="Deployment">The deployment's name in the manifest.</param>
/// <param name="UsdPerHour">US dollars for an hour, used or not.</param>
/// <param name="IdleDays">Days without a call after which the host deletes it; null where it does not.</param>
/// <param name="HoursKept">Hours after which the host deletes it, used or not; null where it does not.</param>
internal sealed record HostingCost(string Deployment, decimal UsdPerHour, int? IdleDays, int? HoursKept)
{
    /// <summary>US dollars for a month of <see cref="HostingTerms.HoursPerMonth"/> hours, or for the hours that it is kept.</summary>
    public decimal UsdPerMonth => UsdPerHour * HostingTerms.HoursPerMonth;

    /// <summary>In words: the price of a month, and when the host takes the deployment away.</summary>
    public string Words => (UsdPerHour == 0 ? "nothing by the hour" : $"{Money.Of(UsdPerMonth)} a month ({UsdPerHour:0.00##} USD an hour, used or not)")
        + (HoursKept is { } hours ? $"; deleted after {Amount.Of(hours, "hour")}" : IdleDays is { } days ? $"; deleted after {Amount.Of(days, "day")} without a call" : "");

    /// <summary>The cost of a provider's deployment; null where it has none, or nobody has said a price.</summary>
    public static HostingCost? Of(ProviderSettings provider) =>
        provider.Deployment is { } deployment
        && ProfileCatalog.Find(provider.Profile)?.Host.Hosting is { } terms
        && terms.PriceOf(deployment.Sku) is { } price
            ? new HostingCost(deployment.Name.Value, price, terms.IdleDays, terms.HoursKeptOf(deployment.Sku))
            : null;
}
