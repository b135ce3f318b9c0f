using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Late;

/// <summary>One cell of the matrix: a release whose create call arrives late, then one after it.</summary>
internal sealed record LateCell(LateKind Kind, double Seconds, bool Near, bool KeepsMetadata, bool FiltersMetadata)
{
    private const double LooksFor = 15;

    /// <summary>Every kind and delay at near and far hosts of three sorts.</summary>
    public static IReadOnlyList<LateCell> All { get; } =
    [
        .. from kind in Enum.GetValues<LateKind>()
           from seconds in new[] { 0.5, 5, 10, 20 }
           from near in new[] { true, false }
           from host in new[] { (Keeps: true, Filters: true), (Keeps: true, Filters: false), (Keeps: false, Filters: false) }
           select new LateCell(kind, seconds, near, host.Keeps, host.Filters),
    ];

    /// <summary>Plays the cell.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    public async Task<string?> PlayAsync()
    {
        using var provider = new StubProvider { KeepsMetadata = KeepsMetadata, FiltersMetadata = FiltersMetadata };
        using var clone = new Clone(provider.Address, new() { Metadata = KeepsMetadata, MetadataFilter = FiltersMetadata, ListsModels = true });
        provider.Elapsed = () => clone.Time.Elapsed;
        LateHost? late = null;
        clone.Wrap = host => late ??= new LateHost(host, clone.Time, Kind, TimeSpan.FromSeconds(Seconds), Near);

        var first = await ReleaseAsync(clone);
        var next = await clone.ReleaseAsync();
        await clone.Time.Clock.Pause(TimeSpan.FromHours(1), default);

        var judged = FaultCell.Judge(provider, clone, first, next) ?? (Kind != LateKind.Repeated && Seconds < LooksFor && provider.Jobs.Count != 1 ? "another job was created" : null);
        return judged is { } wrong ? $"{this}: {wrong} [first: {first?.End} {first?.Message}; next: {next.End} {next.Message}; {string.Join("; ", clone.Progress.Lines)}]" : null;
    }

    private static async Task<ReleaseOutcome?> ReleaseAsync(Clone clone)
    {
        try
        {
            return await clone.ReleaseAsync();
        }
        catch (Killed)
        {
            return null;
        }
    }
}
