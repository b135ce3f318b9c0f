using System.Text.Json.Nodes;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>Project, digest and file names are public: plan prints the one, the lock and the pull request the others.</summary>
public sealed class WhenSomebodyCopiesTheMark : IDisposable
{
    private const string Project = "00000000000000000000000000000aaa";
    private readonly StubProvider _provider = new();
    private readonly Clone _clone;

    public WhenSomebodyCopiesTheMark()
    {
        _clone = new Clone(_provider.Address);
        _clone.Lock.Write(LockEdit.New(Project));
    }

    public void Dispose()
    {
        _clone.Dispose();
        _provider.Dispose();
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

        var outcome = await _clone.ReleaseAsync(order: order);

        (outcome.Rule?.Code, outcome.ExitCode).ShouldBe(("FT8019", 4), outcome.Message);
        outcome.Message.ShouldContain(job.Id);
        outcome.Message.ShouldContain(words);
        _provider.Count(Call.Create).ShouldBe(0);
        _provider.Count(Call.Cancel).ShouldBe(0);
        (_clone.Content!.Models.GetValueOrDefault("support-bot")?.Versions ?? []).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("aaa", "other training data")]
    [InlineData("bbb", "other training data")]
    public async Task NorIsOneThatTrainsOnOtherBytes(string project, string words)
    {
        var order = Order();
        var job = Copy(order, new JsonObject { ["training_file"] = Poisoned(order) }, project);

        var outcome = await _clone.ReleaseAsync(order: order);

        outcome.Rule!.Code.ShouldBe("FT8019");
        outcome.Message.ShouldContain($"{job.Id} at the stub (validating_files) carries the digest of support-bot and has {words}");
        _provider.Count(Call.Create).ShouldBe(0);
    }

    [Fact]
    public async Task NorIsOneWhoseDataNobodyCanLookAt()
    {
        _provider.GivesContent = false;
        var order = Order();
        Copy(order, [], "bbb");

        var outcome = await _clone.ReleaseAsync(order: order);

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
        _provider.DeletedModels.Add((string)deleted.Show(true, null)["fine_tuned_model"]!);

        (await _clone.ReleaseAsync(order: order)).End.ShouldBe(ReleaseEnd.Released);

        _provider.Count(Call.Create).ShouldBe(1);
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

        var outcome = await _clone.ReleaseAsync(order: order);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        _provider.Count(Call.Create).ShouldBe(0);
        _clone.Entry.CurrentVersion!.JobId.ShouldBe(job.Id);
    }

    [Fact]
    public async Task TheLockSaysWhichBaseModelTheHostTrained()
    {
        var order = Order();
        Copy(order, new JsonObject { ["model"] = "gpt-4.1-mini" });

        await _clone.ReleaseAsync(order: order);

        (_clone.Entry.CurrentVersion!.BaseModel, _clone.Entry.CurrentVersion.TrainedBaseModel).ShouldBe(("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini"));
    }

    [Fact]
    public async Task AJobThatComesWhileOursRunsIsLeftAloneAndDoesNotCount()
    {
        _provider.Course = ["validating_files", "queued", "running", "running", "running", "succeeded"];
        var order = Order();
        StubJob? other = null;
        _provider.Faults = request =>
        {
            if (request.Call == Call.GetJob)
            {
                other ??= Copy(order, new JsonObject { ["model"] = "gpt-4.1-nano-2025-04-14" }, createdAt: 1_600_000_000);
            }
            return null;
        };

        var outcome = await _clone.ReleaseAsync(order: order);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        _clone.Entry.CurrentVersion!.JobId.ShouldNotBe(other!.Id);
        _provider.Count(Call.Cancel).ShouldBe(0);
        _clone.Progress.Lines.Count(line => line.Contains("FT8019", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task CancelEndsTheAttemptAndNotTheJobOfSomebodyElse()
    {
        var order = Order();
        Copy(order, new JsonObject { ["model"] = "gpt-4.1-nano-2025-04-14" });
        _clone.Lock.Write(_clone.Content!.With("support-bot", order.Attempt with { State = AttemptState.Creating }));
        using var operations = new ModelOperations(_clone, _clone.Manifest(), _clone.Lock, _clone.Progress, _clone.Time.Clock);

        (await operations.SyncAsync(default)).ShouldHaveSingleItem().Rule!.Code.ShouldBe("FT8019");
        (await operations.CancelAsync("support-bot", default)).End.ShouldBe(ReleaseEnd.Cancelled);

        _provider.Count(Call.Cancel).ShouldBe(0);
        _clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Cancelled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFileOfOurNameAndSizeIsTakenForItsContentOnly(bool givesContent)
    {
        _provider.GivesContent = givesContent;
        var order = Order();
        var poisoned = Poisoned(order);

        var outcome = await _clone.ReleaseAsync(order: order);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        ((string)_provider.Jobs.ShouldHaveSingleItem().Body["training_file"]!).ShouldNotBe(poisoned);
        _provider.Contents[_clone.Entry.CurrentVersion!.Training.FileId!].ShouldBe(File.ReadAllText(Path.Combine(_clone.Folder, "train.jsonl")));
    }

    [Fact]
    public async Task ManyFilesOfOurNameAreNotAllFetched()
    {
        var order = Order();
        for (var i = 0; i < 20; i++)
        {
            Poisoned(order);
        }

        (await _clone.ReleaseAsync(order: order)).End.ShouldBe(ReleaseEnd.Released);

        _provider.Count(Call.Content).ShouldBeLessThan(5);
    }

    [Fact]
    public async Task AHostThatWouldTrainSomethingElseIsStoppedBeforeItTrains()
    {
        var order = Order();
        _provider.Substitute = body => body["model"] = "gpt-4.1-nano-2025-04-14";

        var outcome = await _clone.ReleaseAsync(order: order);

        (outcome.Rule?.Code, outcome.ExitCode).ShouldBe(("FT8016", 4), outcome.Message);
        outcome.Message.ShouldContain("gpt-4.1-nano-2025-04-14 instead of gpt-4.1-mini-2025-04-14");
        _provider.Jobs.ShouldHaveSingleItem().Status.ShouldBe("cancelled");
        _provider.Trained.ShouldBe(0);
        _clone.Entry.Attempts.ShouldHaveSingleItem().ErrorCode.ShouldBe("FT8016");
    }

    private ReleaseOrder Order()
    {
        var order = _clone.Order();
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
            ["training_file"] = (string)_provider.File("copy.jsonl", File.ReadAllText(Path.Combine(_clone.Folder, "train.jsonl")))["id"]!,
            ["validation_file"] = (string)_provider.File("copy.jsonl", File.ReadAllText(Path.Combine(_clone.Folder, "valid.jsonl")))["id"]!,
            ["metadata"] = new JsonObject { [JobMark.ProjectKey] = mark.Project, [JobMark.RunKey] = mark.Run },
        };
        foreach (var (name, value) in change)
        {
            body[name] = value?.DeepClone();
        }
        return _provider.Job(body, createdAt);
    }

    private string Poisoned(ReleaseOrder order)
    {
        var text = File.ReadAllText(Path.Combine(_clone.Folder, "train.jsonl")).Replace("answer", "POISON", StringComparison.Ordinal);
        return (string)_provider.File(JobNames.FileName(Project, "training", order.Training.Description, order.Digest, new HostFeatures { Title = "" }), text)["id"]!;
    }
}
