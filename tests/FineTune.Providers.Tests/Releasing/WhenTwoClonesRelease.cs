using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTwoClonesRelease : IDisposable
{
    private readonly StubProvider provider = new() { Course = ["validating_files", "validating_files", "validating_files", "queued", "running", "running", "succeeded"] };

    public void Dispose() => provider.Dispose();

    [Theory]
    [InlineData(false, true, true, true)]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, false, true)]
    [InlineData(true, true, false, true)]
    [InlineData(true, false, false, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, true, true, false)]
    [InlineData(false, true, false, false)]
    [InlineData(true, false, false, false)]
    public async Task OneJobTrainsThoughBothWereCreated(bool sameSecond, bool metadata, bool filter, bool sameProject)
    {
        (provider.SameSecond, provider.KeepsMetadata, provider.FiltersMetadata) = (sameSecond, metadata, filter);
        // Both stand before the create call at once, so that neither sees the other's job before.
        using var both = new Barrier(2);
        provider.BeforeCreate = () => Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(5)));
        using var one = New(metadata, filter);
        using var two = New(metadata, filter);
        if (sameProject)
        {
            ShareProject(one, two);
        }

        var outcomes = await Task.WhenAll(Task.Run(() => one.ReleaseAsync()), Task.Run(() => two.ReleaseAsync()));

        outcomes.ShouldAllBe(outcome => outcome.End == ReleaseEnd.Released, string.Join("; ", outcomes.Select(outcome => outcome.Message)));
        provider.Jobs.Count.ShouldBe(2);
        provider.Trained.ShouldBe(1);
        one.Entry.CurrentVersion!.JobId.ShouldBe(two.Entry.CurrentVersion!.JobId);
        one.Entry.CurrentVersion.JobId.ShouldBe(provider.Jobs.OrderBy(job => job.CreatedAt).ThenBy(job => job.Id, StringComparer.Ordinal).First().Id);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    public async Task TheSecondCloneTakesTheJobOfTheFirst(bool metadata, bool filter, bool sameProject)
    {
        (provider.KeepsMetadata, provider.FiltersMetadata) = (metadata, filter);
        using var one = New(metadata, filter);
        using var two = New(metadata, filter);
        if (sameProject)
        {
            ShareProject(one, two);
        }

        await one.ReleaseAsync();
        var second = await two.ReleaseAsync();

        second.End.ShouldBe(ReleaseEnd.Released);
        provider.Count(Call.Create).ShouldBe(1);
    }

    [Fact]
    public async Task AJobThatFailedForTheOtherIsNotTaken()
    {
        using var one = New(true, true);
        using var two = New(true, true);
        provider.Course = ["failed"];
        (await one.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Failed);
        provider.Course = null;

        (await two.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        two.Entry.CurrentVersion!.JobId.ShouldNotBe(one.Entry.Attempts[0].JobId);
    }

    [Fact]
    public async Task AJobWhoseModelWasDeletedIsNotTaken()
    {
        using var one = New(true, true);
        using var two = New(true, true);
        await one.ReleaseAsync();
        var gone = one.Entry.CurrentVersion!.Model;
        provider.DeletedModels.Add(gone);

        (await two.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        two.Entry.CurrentVersion!.Model.ShouldNotBe(gone);
    }

    private Clone New(bool metadata, bool filter) => new(provider.Address, new() { Metadata = metadata, MetadataFilter = filter, ListsModels = true });

    // A lock that was committed before: both clones have its project ID and no version.
    private static void ShareProject(Clone one, Clone two)
    {
        var content = Core.Lockfile.LockEdit.New(new string('a', 32));
        new DiskLock(one.Lock.Path).Write(content);
        new DiskLock(two.Lock.Path).Write(content);
    }
}
