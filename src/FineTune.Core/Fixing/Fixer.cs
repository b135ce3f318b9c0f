using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Fixing.Fixes;
using FineTune.Core.Fixing.Output;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Reading;

namespace FineTune.Core.Fixing;

/// <summary>Mends what has one right form, and leaves every other byte as it is: an example that cannot be fixed stays.</summary>
internal static class Fixer
{
    /// <summary>Fixes the datasets of a manifest, or files alone; with <see cref="FixRequest.Diff"/> it only shows what it would do.</summary>
    /// <param name="request">What to fix.</param>
    /// <param name="cancellation">Stops before the next stretch; the file at hand stays as it was.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="ArgumentException"><see cref="FixRequest.Profile"/> names no profile.</exception>
    public static FixReport Fix(FixRequest request, CancellationToken cancellation = default)
    {
        if (request.Profile is { } name && ProfileCatalog.Find(name) is null)
        {
            throw new ArgumentException($"there is no profile {SafeText.Quote(name)}{DidYouMean.Of(name, ProfileCatalog.Names)}", nameof(request));
        }
        if (request.ManifestPath is null)
        {
            return new FixReport([.. request.Paths.Select(path => Fix(request, OfFile(request, path, cancellation), cancellation))], []);
        }
        var reading = ManifestReader.Read(request.ManifestPath, request.AllowedOutside);
        return reading.Manifest is { } manifest
            ? new FixReport([.. OfManifest(request, manifest).Select(target => Fix(request, target, cancellation))], [])
            : new FixReport([], reading.Findings);
    }

    private static FixTarget OfFile(FixRequest request, string path, CancellationToken cancellation)
    {
        var profile = ProfileCatalog.FindOrGeneric(request.Profile);
        var scope = new DatasetScope
        {
            Profile = profile,
            Method = TuningMethod.Supervised,
            Role = DatasetRole.Training,
            Today = request.Today,
            Severities = new RuleSeverities(LintSettings.Default.Severities, profile.Severities),
        };
        if (Boundary(request, path).Refusal(path) is null && File.Exists(path))
        {
            scope = scope with { Method = FixedMethod.Of(path, new FixScope([scope], request.Unsafe, Convert: false), cancellation) };
        }
        return new FixTarget(path, new FixScope([scope], request.Unsafe, request.Convert), [[]]);
    }

    /// <summary>The files of a manifest, each once, with all that it is used for.</summary>
    private static IEnumerable<FixTarget> OfManifest(FixRequest request, FineTuneManifest manifest)
    {
        var (order, uses) = (new List<string>(), new Dictionary<string, List<(DatasetScope Scope, HashSet<UInt128> Seen)>>(StringComparer.Ordinal));
        foreach (var (model, data, role) in manifest.Models.SelectMany(DataOf))
        {
            var profile = ProfileCatalog.FindOrGeneric(request.Profile ?? model.Provider.Profile);
            var scope = new DatasetScope
            {
                Profile = profile,
                Method = model.Method,
                Role = role,
                Today = request.Today,
                Model = model,
                Severities = new RuleSeverities(manifest.Lint.Severities, profile.Severities),
            };
            var seen = new HashSet<UInt128>();
            foreach (var file in data.Files.Where(file => request.Paths.Count == 0 || request.Paths.Contains(file)))
            {
                if (!uses.TryGetValue(file, out var of))
                {
                    uses[file] = of = [];
                    order.Add(file);
                }
                of.Add((scope, seen));
            }
        }
        return order.Select(file => new FixTarget(
            file,
            new FixScope([.. uses[file].Select(use => use.Scope)], request.Unsafe, request.Convert),
            [.. uses[file].Select(use => use.Seen)]));
    }

    private static IEnumerable<(ModelSettings Model, DatasetSettings Data, DatasetRole Role)> DataOf(ModelSettings model)
    {
        yield return (model, model.Training, DatasetRole.Training);
        if (model.Validation is { } validation)
        {
            yield return (model, validation, DatasetRole.Validation);
        }
    }

    private static FileFix Fix(FixRequest request, FixTarget target, CancellationToken cancellation)
    {
        var tally = new FixTally();
        if (Boundary(request, target.Path).Refusal(target.Path) is { } refusal)
        {
            return tally.Of(target.Path, refusal);
        }
        // A link stays a link: the file behind it is the one that is replaced.
        var path = RealPath.Of(target.Path)!;
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return tally.Of(target.Path, "does not exist");
        }
        if (file.IsReadOnly && request.Diff is null)
        {
            return tally.Of(target.Path, "is read-only");
        }
        try
        {
            var stamp = FileStamp.Of(path);
            using IFixOutput output = request.Diff is { } diff
                ? new UnifiedDiff(diff, PathText.Relative(target.Path, request.DiffFolder))
                : new RewrittenFile(path, () => FileStamp.Of(path) == stamp);
            return new FileFixer(target, path, output, cancellation).Fix().Of(target.Path, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return tally.Of(target.Path, $"cannot be fixed: {IOFault.Describe(fault)}");
        }
    }

    private static RepositoryBoundary Boundary(FixRequest request, string path) =>
        RepositoryBoundary.Around(Path.GetDirectoryName(request.ManifestPath ?? path)!, request.AllowedOutside);
}
