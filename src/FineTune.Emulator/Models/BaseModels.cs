using System.Globalization;
using FineTune.Core.Catalog;

namespace FineTune.Emulator.Models;

/// <summary>The models that can be tuned, from the catalog.</summary>
internal sealed class BaseModels(IReadOnlyList<CatalogModel> models)
{
    public IReadOnlyList<CatalogModel> All => models;

    /// <summary>The base model of an ID, an alias or a tuned model's ID; null for one that is not known.</summary>
    public CatalogModel? Find(string id)
    {
        var name = id.StartsWith("ft:", StringComparison.Ordinal) && id.Split(':') is { Length: > 1 } parts ? parts[1] : id;
        return models.FirstOrDefault(model => model.Id == name || model.Aliases.Contains(name));
    }

    /// <summary>When a model came out: the day in its ID, in seconds of the Unix epoch; 0 where it has none.</summary>
    public static long Created(string id) =>
        id.Length > 10 && DateTime.TryParseExact(
            id[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day)
            ? new DateTimeOffset(day).ToUnixTimeSeconds()
            : 0;
}
