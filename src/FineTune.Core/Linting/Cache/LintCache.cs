using System.Text;
using FineTune.Core.Files;

namespace FineTune.Core.Linting.Cache;

/// <summary>
/// Lints only when something changed, and gives the stored report otherwise. Every project and process that asks for the same
/// manifest shares one entry, and only one of them reads the data at a time.
/// </summary>
/// <param name="lint">Reads the data.</param>
/// <param name="program">Identity of the program: its version and build.</param>
internal sealed class LintCache(Func<LintRequest, CancellationToken, LintReport> lint, string program)
{
    /// <summary>The folder for entries about a manifest: <c>.finetune/cache</c> beside it; null where that leads out of the repository.</summary>
    public static string? FolderBeside(string manifestPath) =>
        Path.GetDirectoryName(manifestPath)! is var folder && WorkFolder.Refusal(folder, "cache") is null ? WorkFolder.Of(folder, "cache") : null;

    /// <summary>Lints, or finds that it need not.</summary>
    /// <param name="request">What to lint; it must name a manifest or files.</param>
    /// <param name="folders">Absolute paths of folders to keep the entry in: the first that can be written counts.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public CachedLint Lint(LintRequest request, IReadOnlyList<string> folders, CancellationToken cancellation)
    {
        if (!request.MayBeCached || request.WithCensus)
        {
            return new(lint(request, cancellation), FromCache: false, null);
        }
        var variant = VariantOf(request);
        var name = $"lint-{Checksum.Of(Encoding.UTF8.GetBytes(variant)):x16}";
        foreach (var folder in folders)
        {
            // A reader needs no lock: entries are replaced in one step.
            if (CacheFile.Read(Path.Combine(folder, name + ".bin")) is { } entry && entry.Answers(request, program, variant))
            {
                return new(entry.Report, FromCache: true, entry.Inputs);
            }
        }
        foreach (var folder in folders)
        {
            if (CacheFolder.TryPrepare(folder) && TryLock(Path.Combine(folder, name + ".lock"), cancellation) is { } held)
            {
                using (held)
                {
                    return LintUnderLock(request, variant, Path.Combine(folder, name + ".bin"), cancellation);
                }
            }
        }
        return new(lint(request, cancellation), FromCache: false, null);
    }

    private CachedLint LintUnderLock(LintRequest request, string variant, string path, CancellationToken cancellation)
    {
        var entry = CacheFile.Read(path) is { } stored && stored.IsOf(program, variant) ? stored : null;
        if (entry?.Answers(request, program, variant) == true)
        {
            return new(entry.Report, FromCache: true, entry.Inputs);
        }
        var began = DateTime.UtcNow;
        var report = lint(entry is null ? request : request with { Stored = new StoredTokens(entry.Report, entry.Inputs.Stamps) }, cancellation);
        if (report.Manifest is null && request.ManifestPath is not null)
        {
            return new(report, FromCache: false, null);
        }
        var inputs = LintInputs.Of(request, report.Manifest);
        if (!inputs.AreTooFresh(began))
        {
            TryWrite(path, new()
            {
                Program = program,
                Variant = variant,
                Today = request.Today,
                Inputs = inputs,
                Report = report with { Manifest = null },
            });
        }
        return new(report, FromCache: false, inputs);
    }

    private static IDisposable? TryLock(string path, CancellationToken cancellation)
    {
        try
        {
            return HeldFile.Take(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TryWrite(string path, CacheEntry entry)
    {
        try
        {
            CacheFile.Write(path, entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk costs the next build time, nothing else.
        }
    }

    /// <summary>Everything that was asked for but the day, which an entry has of its own.</summary>
    internal static string VariantOf(LintRequest request) => string.Join('\n',
    [
        request.ManifestPath ?? "",
        request.Profile ?? "",
        request.Method?.ToString() ?? "",
        request.BaseModel ?? "",
        request.BaselinePath ?? "",
        $"{request.Deep} {request.DataMayBeMissing} {request.LifecycleAsErrors} {request.WithDigests} {request.WithTokens} {request.WithContract} {request.AllFindings}",
        .. request.Paths,
        "",
        .. request.ValidationPaths,
        "",
        .. request.AllowedOutside,
    ]);
}
