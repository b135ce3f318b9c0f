using FineTune.Emulator.Http;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Jobs;

/// <summary>The Fine-tuning API.</summary>
internal sealed class JobRoutes(EmulatorState state, BaseModels models, JobRequest request, JobChecks checks)
{
    private const int MostOfAPage = 1_000;

    public async Task<Answer> CreateAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        var asked = request.Read(body.Value, call.Azure);
        if (asked.Value is not { } wanted)
        {
            return asked.Refusal!;
        }
        wanted = JobFault.Change(wanted, call.Fault, models);
        var job = state.Jobs.Add(sequence => wanted with { Id = Identifier.New("ftjob-", 24), Sequence = sequence });
        checks.Start(job);
        return Shown(job, call);
    }

    public Task<Answer> ListAsync(Call call)
    {
        var jobs = state.Jobs.All().Reverse().Where(job => MetadataFilter.Matches(call.Request.Query, job));
        var page = Page<StoredJob>.Cut(call, [.. jobs], job => job.Id, 20, MostOfAPage);
        var now = state.Clock.Now;
        return Task.FromResult(page.Value is { } cut ? JsonAnswer.Ok(cut.ToJson(job => JobJson.Of(job, now, call.Azure))) : page.Refusal!);
    }

    public Task<Answer> GetAsync(Call call) => WithJob(call, job => Shown(job, call));

    public Task<Answer> CancelAsync(Call call) => call.Azure && !call.HasBody
        ? Task.FromResult<Answer>(Refusal.Of(StatusCodes.Status411LengthRequired, "A request body is required: send an empty JSON object.", code: "411"))
        : Move(call, (job, status, now) => JobStatus.IsEnd(status) ? null : job with { CancelledAt = now });

    public Task<Answer> PauseAsync(Call call) => Move(call, (job, status, now) =>
        status is JobStatus.Queued or JobStatus.Running && job.Pauses.All(pause => pause.Until <= now)
            ? job with { Pauses = [.. job.Pauses, new StoredPause(now, null, null)] }
            : null);

    public Task<Answer> ResumeAsync(Call call) => Move(call, (job, status, now) =>
        status == JobStatus.Paused
            ? job with { Pauses = [.. job.Pauses.SkipLast(1), job.Pauses[^1] with { ResumedAt = now, Until = now + JobTimeline.RequeueTime(job) }] }
            : null);

    public Task<Answer> EventsAsync(Call call) => WithJob(call, job =>
    {
        var events = JobEvents.Until(job, state.Clock.Now).Reverse().ToList();
        var page = Page<TimelineEvent>.Cut(call, events, said => said.Id, 20, MostOfAPage);
        return page.Value is { } cut ? JsonAnswer.Ok(cut.ToJson(said => said.ToJson())) : page.Refusal!;
    });

    public Task<Answer> CheckpointsAsync(Call call) => WithJob(call, job =>
    {
        var page = Page<System.Text.Json.Nodes.JsonObject>.Cut(
            call, JobCheckpoints.Until(job, state.Clock.Now), checkpoint => (string)checkpoint["id"]!, 10, MostOfAPage);
        if (page.Value is not { } cut)
        {
            return page.Refusal!;
        }
        var json = cut.ToJson(checkpoint => checkpoint);
        json["first_id"] = (string?)cut.First?["id"];
        json["last_id"] = (string?)cut.Last?["id"];
        return JsonAnswer.Ok(json);
    });

    private Task<Answer> WithJob(Call call, Func<StoredJob, Answer> answer)
    {
        var id = call.Route("id");
        return Task.FromResult(state.Jobs.Find(id) is { } job
            ? answer(job)
            : Refusal.NotFound($"Could not find fine tune: {(id.Length > 100 ? id[..100] : id)}", "fine_tune_id", "fine_tune_not_found"));
    }

    // The change decides under the lock of the shelf, so that two calls at once cannot both win.
    private Task<Answer> Move(Call call, Func<StoredJob, string, long, StoredJob?> change) => WithJob(call, job =>
    {
        var now = state.Clock.Now;
        string? refused = null;
        var moved = state.Jobs.Change(job.Id, current =>
        {
            var status = new JobTimeline(current).StatusAt(now);
            var next = change(current, status, now);
            refused = next is null ? status : null;
            return next ?? current;
        })!;
        return refused is null
            ? Shown(moved, call)
            : Refusal.BadRequest($"Job {job.Id} is {refused} and cannot be changed this way.", code: "invalid_job_status");
    });

    private JsonAnswer Shown(StoredJob job, Call call) => JsonAnswer.Ok(JobJson.Of(job, state.Clock.Now, call.Azure));
}
