using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Linting;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;

namespace FineTune.Core.Statistics;

/// <summary>Counts the billable tokens of models' data where a plan needs them, and only once for the same data.</summary>
/// <param name="manifest">The manifest.</param>
/// <param name="store">Remembers counts; null to count each time.</param>
/// <param name="progress">Is told how many bytes were read since the last time; null for nobody.</param>
internal sealed class DataTokens(FineTuneManifest manifest, TokenStore? store, IProgress<long>? progress)
{
    /// <summary>The data with the tokens of those models that need them.</summary>
    /// <param name="data">The measured data.</param>
    /// <param name="isNeeded">Whether a model's tokens are needed.</param>
    /// <param name="cancellation">Stops the counting.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public IReadOnlyList<ModelData> AddTo(IReadOnlyList<ModelData> data, Func<string, bool> isNeeded, CancellationToken cancellation) =>
        [.. data.Select(entry => entry.Tokens is null && isNeeded(entry.Model) ? Count(entry, cancellation) : entry)];

    private ModelData Count(ModelData entry, CancellationToken cancellation)
    {
        var model = manifest.Models.First(model => model.Name == entry.Model);
        var validation = model.Validation is { } files && entry.Validation is { } described
            ? Count(model, DatasetRole.Validation, files, described, cancellation)
            : null;
        return entry.With(Count(model, DatasetRole.Training, model.Training, entry.Training, cancellation), validation);
    }

    private TokenTotals Count(ModelSettings model, DatasetRole role, DatasetSettings data, LockedFile described, CancellationToken cancellation)
    {
        var profile = ProfileCatalog.Find(model.Provider.Profile) ?? ProfileCatalog.Find("generic")!;
        var scope = DatasetScope.Of(manifest, model, role, profile) with { WithTokens = true };
        var name = $"{model.Name}\n{role}";
        var key = $"{described.Sha256} {scope.Encoding} {scope.MaxExampleTokens} {model.Method}";
        if (store?.Find(name, key) is { } known)
        {
            return known;
        }
        var (began, pool) = (DateTime.UtcNow, new InspectorPool(scope, []));
        var total = data.Files.Aggregate(TokenTotals.None, (sum, path) =>
            sum.Plus(new FileInspector(pool, observe: null, progress, cancellation).Inspect(path).Data.Tokens ?? TokenTotals.None));
        store?.Remember(name, key, total, data.Files, began);
        return total;
    }
}
