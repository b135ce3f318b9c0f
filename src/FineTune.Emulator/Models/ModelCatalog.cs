using FineTune.Core.Catalog;

namespace FineTune.Emulator.Models;

/// <summary>The models of the hosts that speak this API, each once: a release to any of them can be tried.</summary>
internal static class ModelCatalog
{
    /// <summary>OpenAI's first, with its dates, then what other hosts offer beside.</summary>
    public static IReadOnlyList<CatalogModel> All() =>
    [
        .. ProfileCatalog.Names
            .OrderBy(name => name != "openai")
            .SelectMany(name => ProfileCatalog.Find(name)?.Models ?? [])
            .DistinctBy(model => model.Id, StringComparer.Ordinal),
    ];
}
