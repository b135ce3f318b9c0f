using System.Text.Json.Nodes;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Jobs;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>Project, digest and file names are public: plan prints the one, the lock and the pull request the others.</summary>
public sealed class WhenSomebodyCopiesTheMark : IDisposable
{
    private const string Project = "00000000000000000000000000000aaa";
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    public WhenSomebodyCopiesTheMark()
    {
        clone = new Clone(provider.Address);
        clone.Lock.Write(LockEdit.New(Project));
    }

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Theory]
    [InlineData("""{"model":"gpt-4.1-nano-2025-04-14"}""", "base model gpt-4.1-nano-2025-04-14 instead of gpt-4.1-mini-2025-04-14")]
    [InlineData("""{"method":{"type":"dpo"}}""", "method dpo instead of supervised")]
    [InlineData("""{"suffix":"two"}""", "suffix two instead of one")]
    [InlineData("""{"method":{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":9}}}}""", "n_epochs 9 instead of 3")]
    [InlineData("""{"seed":8}""", "seed 8 instead of 7")]
    public async Task AJobThatTrainsSomethingElseIsNamedAndNeverAVersion(string change, string words)
    {
        var order = Order();
        var job = Copy(order, JsonNode.Parse(change)!.AsObject());
        job.Status = "succeeded";

        var outcome = await clone.ReleaseAsync(order: order);

        (outcome.Rule?.Code, outcome.ExitCode).ShouldBe(("FT8019", 4), outcome.Message);
        outcome.Message.ShouldContain(job.Id);
        outcome.Message.ShouldContain(words);
        provider.Count(Call.Create).ShouldBe(0);
        provider.Count(Call.Cancel).ShouldBe(0);
        (clone.Content!.Models.GetValueOrDefault("support-bot")?.Versions ?? []).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("aaa", "other training data")]
    [InlineData("bbb", "other training data")]
    public async Task NorIsOneThatTrainsOnOtherBytes(string project, string words)
    {
        var order = Order();
        var job = Copy(order, new JsonObject { ["training_file"] = Poisoned(order) }, project);

        var outcome = await clone.ReleaseAsync(order: order);

        outcome.Rule!.Code.ShouldBe("FT8019");
        outcome.Message.ShouldContain($"{job.Id} at the stub (validating_files) carries the digest of support-bot and has {words}");
        provider.Count(Call.Create).ShouldBe(0);
    }

    [Fact]
    public async Task NorIsOneWhoseDataNobodyCanLookAt()
    {
        provider.GivesContent = false;
        var order = Order();
        Copy(order, [], "bbb");

        var outcome = await clone.ReleaseAsync(order: order);

        outcome.Rule!.Code.ShouldBe("FT8019");
        outcome.Message.ShouldContain("content the stub does not give");
    }

    [Fact]
    public async Task AJobThatIsGoneOrDeletedIsInNobodysWay()
    {
        var order = Order();
        Copy(order, new JsonObject { ["model"] = "gpt-4.1-nano-2025-04-14" }).Status = "cancelled";
        var deleted = Copy(order, new JsonObject { ["model"] = "gpt-4.1-nano-2025-04-14" });
        deleted.Status = "succeeded";
        provider.DeletedModels.Add((string)deleted.Show(true, null)["fine_tuned_model"]!);

        (await clone.ReleaseAsync(order: order)).End.ShouldBe(ReleaseEnd.Released);

        provider.Count(Call.Create).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"method":{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":3,"batch_size":16,"learning_rate_multiplier":0.30000001192}}}}""")]
    [InlineData("""{"method":{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":3.0}}}}""")]
    [InlineData("""{"method":null,"hyperparameters":{"n_epochs":3}}""")]
    [InlineData("""{"model":"gpt-4.1-mini"}""")]
    [InlineData("""{"seed":null}""")]
    public async Task WhatTheHostChoseOrDoesNotSayIsNoDifference(string change)
    {
        var order = Order();
        var job = Copy(order, JsonNode.Parse(change)!.AsObject(), "bbb");

        var outcome = await clone.ReleaseAsync(order: order);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        provider.Count(Call.Create).ShouldBe(0);
        clone.Entry.CurrentVersion!.JobId.ShouldBe(job.Id);
    }

    [Fact]
    public async Task TheLockSaysWhichBaseModelTheHostTrained()
    {
        var order = Order();
        Copy(order, new JsonObject { ["model"] = "gpt-4.1-mini" });

        await clone.ReleaseAsync(order: order);

        (clone.Entry.CurrentVersion!.BaseModel, clone.Entry.CurrentVersion.TrainedBaseModel).ShouldBe(("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini"));
    }

    [Fact]
    public async Task AJobThatComesWhileOursRunsIsLeftAloneAndDoesNotCount()
    {
        provider.Course = ["validating_files", "queued", "running", "running", "running", "succeeded"];
        var order = Order();
        StubJob? other = null;
        provider.Faults = request =>
        {
            if (request.Call == Call.GetJob)
            {
                other ??= Copy(order, new JsonObject { ["model"] = "gpt-4.1-nano-2025-04-14" }, createdAt: 1_600_000_000);
            }
            return null;
        };

        var outcome = await clone.ReleaseAsync(order: order);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        clone.Entry.CurrentVersion!.JobId.ShouldNotBe(other!.Id);
        provider.Count(Call.Cancel).ShouldBe(0);
        clone.Progress.Lines.Count(line => line.Contains("FT8019", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task CancelEndsTheAttemptAndNotTheJobOfSomebodyElse()
    {
        var order = Order();
        Copy(order, new JsonObject { ["model"] = "gpt-4.1-nano-2025-04-14" });
        clone.Lock.Write(clone.Content!.With("support-bot", order.Attempt with { State = AttemptState.Creating }));
        using var operations = new ModelOperations(clone, clone.Manifest(), clone.Lock, clone.Progress, clone.Time.Clock);

        (await operations.SyncAsync(default)).ShouldHaveSingleItem().Rule!.Code.ShouldBe("FT8019");
        (await operations.CancelAsync("support-bot", default)).End.ShouldBe(ReleaseEnd.Cancelled);

        provider.Count(Call.Cancel).ShouldBe(0);
        clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Cancelled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFileOfOurNameAndSizeIsTakenForItsContentOnly(bool givesContent)
    {
        provider.GivesContent = givesContent;
        var order = Order();
        var poisoned = Poisoned(order);

        var outcome = await clone.ReleaseAsync(order: order);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        ((string)provider.Jobs.ShouldHaveSingleItem().Body["training_file"]!).ShouldNotBe(poisoned);
        provider.Contents[clone.Entry.CurrentVersion!.Training.FileId!].ShouldBe(File.ReadAllText(Path.Combine(clone.Folder, "train.jsonl")));
    }

    [Fact]
    public async Task ManyFilesOfOurNameAreNotAllFetched()
    {
        var order = Order();
        for (var i = 0; i < 20; i++)
        {
            Poisoned(order);
        }

        (await clone.ReleaseAsync(order: order)).End.ShouldBe(ReleaseEnd.Released);

        provider.Count(Call.Content).ShouldBeLessThan(5);
    }

    private ReleaseOrder Order()
    {
        var order = clone.Order();
        return order with { Model = order.Model with { Seed = 7, Hyperparameters = new Dictionary<string, JsonNode> { ["n_epochs"] = 3, ["batch_size"] = "auto" } } };
    }

    // What somebody with a key of the account creates: our create call, with something of it changed.
    private StubJob Copy(ReleaseOrder order, JsonObject change, string project = "aaa", long? createdAt = null)
    {
        var mark = new JobMark(new string('0', 29) + project, order.Digest, "");
        var body = new JsonObject
        {
            ["model"] = order.Model.BaseModel.Value,
            ["suffix"] = order.Model.Suffix,
            ["seed"] = order.Model.Seed,
            ["method"] = JsonNode.Parse("""{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":3}}}"""),
            ["training_file"] = (string)provider.File("copy.jsonl", File.ReadAllText(Path.Combine(clone.Folder, "train.jsonl")))["id"]!,
            ["validation_file"] = (string)provider.File("copy.jsonl", File.ReadAllText(Path.Combine(clone.Folder, "valid.jsonl")))["id"]!,
            ["metadata"] = new JsonObject { [JobMark.ProjectKey] = mark.Project, [JobMark.RunKey] = mark.Run },
        };
        foreach (var (name, value) in change)
        {
            body[name] = value?.DeepClone();
        }
        return provider.Job(body, createdAt);
    }

    private string Poisoned(ReleaseOrder order)
    {
        var text = File.ReadAllText(Path.Combine(clone.Folder, "train.jsonl")).Replace("answer", "POISON", StringComparison.Ordinal);
        return (string)provider.File(JobNames.FileName(Project, "training", order.Training.Description, order.Digest, new HostFeatures { Title = "" }), text)["id"]!;
    }
}
