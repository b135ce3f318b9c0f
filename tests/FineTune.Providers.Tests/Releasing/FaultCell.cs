using FineTune.Providers.Releasing.Jobs;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>One cell of the matrix: a release during which a call goes wrong, then one during which nothing does.</summary>
internal sealed record FaultCell(Call Call, Fault Fault, bool Always, bool KeepsMetadata, bool FiltersMetadata)
{
    private static readonly Call[] Calls = [Call.ListFiles, Call.Upload, Call.ListJobs, Call.Create, Call.GetJob, Call.Events, Call.Checkpoints];

    /// <summary>Every call with every fault, once and for as long as the run lasts, at three kinds of host.</summary>
    public static IReadOnlyList<FaultCell> All { get; } =
    [
        .. from call in Calls
           from fault in Enum.GetValues<Fault>()
           from always in new[] { false, true }
           from host in new[] { (Keeps: true, Filters: true), (Keeps: true, Filters: false), (Keeps: false, Filters: false) }
           select new FaultCell(call, fault, always, host.Keeps, host.Filters),
    ];

    /// <summary>Plays the cell.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    public async Task<string?> PlayAsync()
    {
        using var provider = new StubProvider { KeepsMetadata = KeepsMetadata, FiltersMetadata = FiltersMetadata };
        using var clone = new Clone(provider.Address, new() { Metadata = KeepsMetadata, MetadataFilter = FiltersMetadata, ListsModels = true }) { CallTimeout = TimeSpan.FromMilliseconds(250) };
        var left = Always ? int.MaxValue : 1;
        provider.Faults = request => request.Call == Call && Interlocked.Decrement(ref left) >= 0 ? Fault : null;

        var first = await clone.ReleaseAsync();
        var created = provider.Jobs.Count;
        provider.Faults = _ => null;
        clone.CallTimeout = TimeSpan.FromSeconds(10);
        var next = await clone.ReleaseAsync();

        return Judge(provider, clone, first, next) is { } wrong ? $"{this}: {wrong} [first: {first.End} {first.Message}; jobs {created}; next: {next.End} {next.Message}]" : null;
    }

    /// <summary>What is wrong after a run that something happened to and one after it; null for nothing.</summary>
    public static string? Judge(StubProvider provider, Clone clone, ReleaseOutcome? first, ReleaseOutcome next)
    {
        var mark = JobNames.FilePrefix(clone.Content?.Project ?? "?");
        return next.End is not (ReleaseEnd.Released or ReleaseEnd.UpToDate) ? "the next run does not end well"
            : provider.Trained != 1 ? $"{provider.Trained} jobs trained"
            : provider.Jobs.Count(job => job.Status != "cancelled") != 1 ? $"{provider.Jobs.Count} jobs"
            : clone.Entry.CurrentVersion?.JobId != provider.Jobs.Single(job => job.Trained).Id ? "the lock names another job"
            : clone.Entry.Attempts.Any(attempt => attempt.IsPending) ? "an attempt is left pending"
            : provider.Files.Any(file => !((string)file["filename"]!).StartsWith(mark, StringComparison.Ordinal)) ? "a file has no mark"
            : first?.Message.Contains(Clone.Key, StringComparison.Ordinal) == true || clone.Progress.Lines.Any(line => line.Contains(Clone.Key, StringComparison.Ordinal)) || File.ReadAllText(clone.Lock.Path).Contains(Clone.Key, StringComparison.Ordinal) ? "the key is in a message"
            : first is not null && first.ExitCode == 0 != (first.End is ReleaseEnd.Released) ? "the exit code does not fit"
            : null;
    }
}
