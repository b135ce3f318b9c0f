using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>A model that was paid for, and that the lock at hand does not name.</summary>
public sealed class WhenThereIsSomethingToClearUp : IDisposable
{
    private static readonly PruneOptions s_everything = new() { Models = true, OlderThan = TimeSpan.Zero, Delete = true };
    private readonly StubProvider _provider = new();
    private readonly Clone _clone;

    public WhenThereIsSomethingToClearUp() => _clone = new Clone(_provider.Address);

    public void Dispose()
    {
        _clone.Dispose();
        _provider.Dispose();
    }

    [Fact]
    public async Task ModelsStayUnlessTheyAreAskedFor()
    {
        await LoseAsync(_clone);

        var files = await PruneAsync(_clone, s_everything with { Models = false });

        files.ShouldNotBeEmpty();
        files.ShouldAllBe(item => item.Kind == "file" && item.Deleted);
        (await PruneAsync(_clone, s_everything)).ShouldContain(item => item.Kind == "model" && item.Deleted);
        _provider.Requests.Count(request => request.Method == "DELETE" && request.Path.StartsWith("/v1/models/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(6.9, true)]
    [InlineData(7.1, false)]
    public async Task WhatIsYoungerThanSevenDaysStays(double days, bool stays)
    {
        await LoseAsync(_clone);
        _clone.Time.Jump = DateTimeOffset.FromUnixTimeSeconds(_provider.Jobs[0].CreatedAt) + TimeSpan.FromDays(days) - new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) - _clone.Time.Elapsed;

        var items = await PruneAsync(_clone, new PruneOptions { Models = true, Delete = true });

        items.Count.ShouldBe(3);
        items.ShouldAllBe(item => item.Deleted != stays && (item.Keeping == PruneKeeping.Young) == stays);
        _provider.Requests.Any(request => request.Method == "DELETE").ShouldBe(!stays);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AModelThatAnotherProjectTookOverStays(bool metadata)
    {
        (_provider.KeepsMetadata, _provider.FiltersMetadata) = (metadata, metadata);
        using var one = New(metadata);
        using var other = New(metadata);
        await one.ReleaseAsync();
        (await other.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
        _provider.Count(Call.Create).ShouldBe(1);
        Lose(one);

        var items = await PruneAsync(one, s_everything);

        items.Single(item => item.Kind == "model").Keeping.ShouldBe(PruneKeeping.Shared);
        _provider.Requests.ShouldNotContain(request => request.Method == "DELETE" && request.Path.StartsWith("/v1/models/", StringComparison.Ordinal));
        (await PruneAsync(other, s_everything)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AModelWhoseDigestAnotherProjectTrainedTooStays()
    {
        await LoseAsync(_clone);
        var body = (System.Text.Json.Nodes.JsonObject)_provider.Jobs[0].Body.DeepClone();
        body["metadata"]!["finetune_project"] = new string('b', 32);
        _provider.Job(body).Status = "cancelled";

        (await PruneAsync(_clone, s_everything)).Single(item => item.Kind == "model").Keeping.ShouldBe(PruneKeeping.Shared);
    }

    [Fact]
    public async Task WhatCarriesAMergedProjectIsSeen()
    {
        using var other = New(true);
        await _clone.ReleaseAsync();
        await other.ReleaseAsync(order: other.Order("two"));
        var lost = other.Content!;
        _clone.Lock.Write(LockMerge.Merge(_clone.Content!, LockEdit.New(lost.Project)).Lock);

        var items = await PruneAsync(_clone, s_everything);

        items.Select(item => item.Id).ShouldBe([lost.Models["support-bot"].CurrentVersion!.Training.FileId!, lost.Models["support-bot"].CurrentVersion!.Validation!.FileId!, lost.Models["support-bot"].CurrentVersion!.Model], ignoreOrder: true);
    }

    private Clone New(bool metadata) => new(_provider.Address, new() { Metadata = metadata, MetadataFilter = metadata, ListsModels = true });

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
