using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Releasing.Pruning;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>A model that was paid for, and that the lock at hand does not name.</summary>
public sealed class WhenThereIsSomethingToClearUp : IDisposable
{
    private static readonly PruneOptions Everything = new() { Models = true, OlderThan = TimeSpan.Zero, Delete = true };
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    public WhenThereIsSomethingToClearUp() => clone = new Clone(provider.Address);

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Fact]
    public async Task ModelsStayUnlessTheyAreAskedFor()
    {
        await LoseAsync(clone);

        var files = await PruneAsync(clone, Everything with { Models = false });

        files.ShouldNotBeEmpty();
        files.ShouldAllBe(item => item.Kind == "file" && item.Deleted);
        (await PruneAsync(clone, Everything)).ShouldContain(item => item.Kind == "model" && item.Deleted);
        provider.Requests.Count(request => request.Method == "DELETE" && request.Path.StartsWith("/v1/models/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(6.9, true)]
    [InlineData(7.1, false)]
    public async Task WhatIsYoungerThanSevenDaysStays(double days, bool stays)
    {
        await LoseAsync(clone);
        clone.Time.Jump = DateTimeOffset.FromUnixTimeSeconds(provider.Jobs[0].CreatedAt) + TimeSpan.FromDays(days) - new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) - clone.Time.Elapsed;

        var items = await PruneAsync(clone, new PruneOptions { Models = true, Delete = true });

        items.Count.ShouldBe(3);
        items.ShouldAllBe(item => item.Deleted != stays && (item.Keeping == PruneKeeping.Young) == stays);
        provider.Requests.Any(request => request.Method == "DELETE").ShouldBe(!stays);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AModelThatAnotherProjectTookOverStays(bool metadata)
    {
        (provider.KeepsMetadata, provider.FiltersMetadata) = (metadata, metadata);
        using var one = New(metadata);
        using var other = New(metadata);
        await one.ReleaseAsync();
        (await other.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
        provider.Count(Call.Create).ShouldBe(1);
        Lose(one);

        var items = await PruneAsync(one, Everything);

        items.Single(item => item.Kind == "model").Keeping.ShouldBe(PruneKeeping.Shared);
        provider.Requests.ShouldNotContain(request => request.Method == "DELETE" && request.Path.StartsWith("/v1/models/", StringComparison.Ordinal));
        (await PruneAsync(other, Everything)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AModelWhoseDigestAnotherProjectTrainedTooStays()
    {
        await LoseAsync(clone);
        var body = (System.Text.Json.Nodes.JsonObject)provider.Jobs[0].Body.DeepClone();
        body["metadata"]!["finetune_project"] = new string('b', 32);
        provider.Job(body).Status = "cancelled";

        (await PruneAsync(clone, Everything)).Single(item => item.Kind == "model").Keeping.ShouldBe(PruneKeeping.Shared);
    }

    [Fact]
    public async Task WhatCarriesAMergedProjectIsSeen()
    {
        using var other = New(true);
        await clone.ReleaseAsync();
        await other.ReleaseAsync(order: other.Order("two"));
        var lost = other.Content!;
        clone.Lock.Write(LockMerge.Merge(clone.Content!, LockEdit.New(lost.Project)).Lock);

        var items = await PruneAsync(clone, Everything);

        items.Select(item => item.Id).ShouldBe([lost.Models["support-bot"].CurrentVersion!.Training.FileId!, lost.Models["support-bot"].CurrentVersion!.Validation!.FileId!, lost.Models["support-bot"].CurrentVersion!.Model], ignoreOrder: true);
    }

    private Clone New(bool metadata) => new(provider.Address, new() { Metadata = metadata, MetadataFilter = metadata, ListsModels = true });

    private static async Task LoseAsync(Clone clone)
    {
        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
        Lose(clone);
    }

    private static void Lose(Clone clone) => clone.Lock.Write(LockEdit.New(clone.Content!.Project));

    private static async Task<IReadOnlyList<PruneItem>> PruneAsync(Clone clone, PruneOptions options)
    {
        using var operations = new ModelOperations(clone, clone.Manifest(), clone.Lock, clone.Progress, clone.Time.Clock);
        var (items, problems) = await operations.PruneAsync([], options, default);
        problems.ShouldBeEmpty();
        return items;
    }
}
