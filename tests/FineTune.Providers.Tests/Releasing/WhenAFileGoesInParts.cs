using FineTune.Providers.Releasing.Jobs;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenAFileGoesInParts : IDisposable
{
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    // Large enough for the training file alone; the validation file goes whole.
    public WhenAFileGoesInParts() => clone = new Clone(provider.Address) { PartsAbove = 1400 };

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Fact]
    public async Task TheNextRunSendsOnlyWhatIsMissing()
    {
        var all = Count();
        await FailAfterAsync(parts: 3);
        var begun = clone.Entry.Attempts[0].Training.Upload!;
        var sent = provider.Requests.Count(IsPart) - Failed;

        var next = await clone.ReleaseAsync();

        next.End.ShouldBe(ReleaseEnd.Released, next.Message);
        begun.Parts.Count.ShouldBe(all);
        begun.Parts.Count(part => part.Length > 0).ShouldBe(sent);
        (provider.Requests.Count(IsPart) - Failed).ShouldBe(all);
        provider.Requests.Count(request => request.Path == "/v1/uploads").ShouldBe(1);
        Completion().ShouldNotContain("\"\"");
        clone.Entry.CurrentVersion!.Training.Upload.ShouldBeNull();
    }

    [Fact]
    public async Task AnUploadThatTheHostDroppedBeginsAnew()
    {
        await FailAfterAsync(parts: 3);
        provider.DroppedUploads.Add(clone.Entry.Attempts[0].Training.Upload!.Id);

        var next = await clone.ReleaseAsync();

        next.End.ShouldBe(ReleaseEnd.Released, next.Message);
        provider.Requests.Count(request => request.Path == "/v1/uploads").ShouldBe(2);
    }

    [Fact]
    public async Task OneThatWasCompletedIsFoundByItsName()
    {
        provider.Faults = request => request.Path.EndsWith("/complete", StringComparison.Ordinal) ? Fault.ResetAfter : null;
        (await clone.ReleaseAsync()).ExitCode.ShouldBe(3);
        // What the stub made of it has the name and the size that the announcement says, and the content that was sent.
        var name = JobNames.FileName(clone.Content!.Project, "training", clone.Order().Training.Description, "x", new() { Title = "" });
        var content = File.ReadAllText(Path.Combine(clone.Folder, "train.jsonl"));
        provider.Files.ForEach(file => (file["filename"], file["bytes"], provider.Contents[(string)file["id"]!]) = (name, content.Length, content));
        provider.Faults = _ => null;
        var before = provider.Requests.Count(IsUpload);

        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        provider.Requests.Count(IsUpload).ShouldBe(before);
    }

    private int Failed { get; set; }

    private static bool IsPart(StubRequest request) => request.Path.EndsWith("/parts", StringComparison.Ordinal);

    private static bool IsUpload(StubRequest request) => request.Path.StartsWith("/v1/uploads", StringComparison.Ordinal);

    private int Count() => (int)((clone.Order().Training.Description.Bytes + 349) / 350);

    private string Completion() => provider.Requests.Last(request => request.Path.EndsWith("/complete", StringComparison.Ordinal)).Text;

    private int Remembered() => clone.Entry.Attempts[0].Training.Upload?.Parts.Count(part => part.Length > 0) ?? 0;

    private async Task FailAfterAsync(int parts)
    {
        var (seen, failed) = (0, 0);
        provider.Faults = request =>
        {
            if (!IsPart(request) || Interlocked.Increment(ref seen) <= parts)
            {
                return null;
            }
            // A part that fails stops the others, so the ones before have their answers first.
            SpinWait.SpinUntil(() => Remembered() >= parts, TimeSpan.FromSeconds(10));
            Interlocked.Increment(ref failed);
            return Fault.Status401; // not one that is sent again by itself
        };
        (await clone.ReleaseAsync()).ExitCode.ShouldBe(3);
        provider.Faults = _ => null;
        // One that was stopped on its way is counted when the stub has read it.
        SpinWait.SpinUntil(() => provider.Requests.Count(IsPart) - failed == parts, TimeSpan.FromSeconds(10));
        Failed = failed;
    }
}
