using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>OpenAI, and every host with its API: what differs is in the profile's quirks.</summary>
internal class OpenAIHost(WireSettings settings, HostQuirks quirks, DataLimits? limits = null, Profile? profile = null) : ITrainingHost
{
    private const int MostEventPages = 5;
    private const int LongestAnswer = 100_000;
    private const string Jobs = "fine_tuning/jobs";

    /// <summary>A host of a profile.</summary>
    public OpenAIHost(WireSettings settings, Profile profile)
        : this(settings, profile.Host, profile.Limits, profile)
    {
    }

    /// <inheritdoc/>
    public virtual HostFeatures Features { get; } = new() { Title = settings.Title, Metadata = quirks.Metadata, IsNear = settings.Address.IsLoopback };

    /// <inheritdoc/>
    public virtual bool IsStandIn => Wire.IsEmulated;

    /// <inheritdoc/>
    public bool ListsModels => quirks.ListsModels;

    /// <summary>Bytes of a part where a file is too large for one call.</summary>
    public int PartBytes { get; init; } = PartsUpload.DefaultPartBytes;

    /// <summary>The one place that talks HTTP.</summary>
    protected Wire Wire { get; } = new(settings);

    private Listing Lists => new(Wire, settings.Title);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TrainingJob>> FindJobsAsync(JobMark mark, CancellationToken cancellation)
    {
        if (quirks.Metadata)
        {
            var marked = await Lists.ReadAllAsync("look for the job", Jobs, JobFilter(mark), cancellation).ConfigureAwait(false);
            return marked.Where(job => mark.Fits(JobReading.Metadata(job))).Select(job => JobReading.Job(job, quirks)).ToList(); // a host may ignore the filter
        }
        var files = (await ListFilesAsync(JobMark.FilePrefix, cancellation).ConfigureAwait(false)).Where(file => mark.FitsFile(file.Name)).ToLookup(file => file.Id, file => file.Name, StringComparer.Ordinal);
        var jobs = files.Count == 0 ? [] : await Lists.ReadAllAsync("look for the job", Jobs, "", cancellation).ConfigureAwait(false);
        return (from job in jobs
                where job.Text("training_file") is { } file && files.Contains(file)
                select JobReading.Job(job, quirks) with { Metadata = JobMark.OfFile(files[job.Text("training_file")!].First()) }).ToList();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HostedFile>> ListFilesAsync(string namePrefix, CancellationToken cancellation)
    {
        var files = await Lists.ReadAllAsync("list files", "files", "purpose=fine-tune", cancellation).ConfigureAwait(false);
        return files
            .Where(file => file.Text("filename")?.StartsWith(namePrefix, StringComparison.Ordinal) == true)
            .Select(file => JobReading.File(file))
            .ToList();
    }

    /// <inheritdoc/>
    public virtual async Task<bool> AskWhetherStandInAsync(CancellationToken cancellation)
    {
        const string what = "say who it is";
        // Only a list is the API's own answer: a middle box says {} without saying that it stands before an emulator.
        Lists.ItemsOf(await GetAsync(what, $"{Jobs}?limit=1", cancellation).ConfigureAwait(false), what);
        return IsStandIn;
    }

    /// <inheritdoc/>
    public bool IsSameModel(string asked, string said) =>
        ModelName.IsSame(asked, said, profile);

    /// <inheritdoc/>
    public virtual async Task<HostedFile> UploadAsync(UploadFile file, CancellationToken cancellation)
    {
        if (quirks.Uploads && limits?.MaxFileBytes is { } most && file.Bytes > most)
        {
            return await new PartsUpload(Wire, settings.Title) { PartBytes = PartBytes }.RunAsync(file, cancellation).ConfigureAwait(false);
        }
        using var body = new MultipartBody(file, new Dictionary<string, string> { ["purpose"] = "fine-tune" }, "file");
        var call = new HttpCall("take the file", "POST", "files", ReleaseRules.UploadRefused)
        {
            Body = body,
            ContentType = body.ContentType,
            Repeatable = true,
            Timeout = TimeSpan.FromMinutes(30),
        };
        var answer = JobReading.File(await Wire.SendAsync(call, cancellation).ConfigureAwait(false));
        return answer.Bytes is null || answer.Bytes == file.Bytes
            ? answer
            : throw new ReleaseError(
                ReleaseRules.UploadRefused,
                $"{settings.Title} has {answer.Bytes} bytes of {SafeText.Quote(file.Name)}, but {file.Bytes} were sent");
    }

    /// <inheritdoc/>
    public async Task<bool?> HoldsAsync(string fileId, string sha256, long bytes, CancellationToken cancellation)
    {
        var call = new HttpCall("give the file's content", "GET", $"files/{Escape(fileId)}/content", ReleaseRules.AnswerNotUnderstood) { Repeatable = true };
        try
        {
            return await Wire.ReadAsync(call, (content, stop) => ContentCheck.HoldsAsync(content, sha256, bytes, stop), cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError error) when (error.Status is >= 300 and < 500 and not 401 and not 408 and not 429 or 501)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<TrainingJob> CreateJobAsync(JobOrder order, CancellationToken cancellation)
    {
        using var body = JobBody.Content(Body(order));
        var call = new HttpCall("create the job", "POST", Jobs, ReleaseRules.JobFailed) { Body = body };
        return JobReading.Job(await Wire.SendAsync(call, cancellation).ConfigureAwait(false), quirks);
    }

    /// <inheritdoc/>
    public async Task<TrainingJob> GetJobAsync(string jobId, CancellationToken cancellation)
    {
        var job = JobReading.Job(await GetAsync("say how the job is", JobPath(jobId), cancellation).ConfigureAwait(false), quirks);
        return job.Id == jobId
            ? job
            : throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, $"{settings.Title} was asked about the job {jobId} and answered about {job.Id}");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JobEvent>> GetEventsAsync(string jobId, IReadOnlySet<string> seen, CancellationToken cancellation)
    {
        var events = new List<JobEvent>();
        string? after = null;
        for (var page = 0; page < MostEventPages; page++)
        {
            var answer = await Lists.ReadPageAsync("list events", JobPath(jobId) + "/events", "", after, cancellation).ConfigureAwait(false);
            var read = Lists.ItemsOf(answer, "list events").EnumerateArray().Select(JobReading.Event).OfType<JobEvent>().ToList();
            var fresh = read.Where(one => !seen.Contains(one.Id)).ToList();
            events.AddRange(fresh);
            after = read.Count > 0 ? read[^1].Id : null;
            if (!answer.IsTrue("has_more") || fresh.Count < read.Count || after is null)
            {
                break;
            }
        }
        // Hosts list newest first; the order within a second is theirs, turned round.
        events.Reverse();
        return events.DistinctBy(one => one.Id).OrderBy(one => one.At ?? DateTimeOffset.MinValue).ToList();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LockedCheckpoint>> GetCheckpointsAsync(string jobId, CancellationToken cancellation)
    {
        try
        {
            var checkpoints = await Lists.ReadAllAsync("list checkpoints", JobPath(jobId) + "/checkpoints", "", cancellation).ConfigureAwait(false);
            return checkpoints.Select(JobReading.Checkpoint).OfType<LockedCheckpoint>().OrderBy(one => one.Step).ToList();
        }
        catch (ReleaseError error) when (error.Status is 404 or 405 or 501)
        {
            return []; // a host without them
        }
    }

    /// <inheritdoc/>
    public async Task<TrainingJob> CancelJobAsync(string jobId, CancellationToken cancellation)
    {
        using var body = CancelBody();
        var call = new HttpCall("cancel the job", "POST", JobPath(jobId) + "/cancel", ReleaseRules.JobFailed) { Body = body, Repeatable = true };
        try
        {
            return JobReading.Job(await Wire.SendAsync(call, cancellation).ConfigureAwait(false), quirks);
        }
        catch (ReleaseError error) when (error.Status is >= 400 and < 500 and not 401 and not 403 and not 404 and not 429)
        {
            if (await GetJobAsync(jobId, cancellation).ConfigureAwait(false) is { HasEnded: true } ended)
            {
                return ended;
            }
            throw;
        }
    }

    /// <inheritdoc/>
    public virtual Task<string?> DeployAsync(string model, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public async Task<HostedModel?> FindModelAsync(string model, CancellationToken cancellation)
    {
        try
        {
            var answer = await GetAsync("say whether the model exists", "models/" + Escape(model), cancellation).ConfigureAwait(false);
            var day = DateOnly.TryParseExact(answer.Text("shutdown_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : (DateOnly?)null;
            return new HostedModel(day);
        }
        catch (ReleaseError error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public virtual Task<string?> FindFaultAsync(LockedVersion version, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public virtual Task<HostedModel?> FindVersionAsync(LockedVersion version, CancellationToken cancellation) => FindModelAsync(version.Model, cancellation);

    /// <inheritdoc/>
    public async Task<ChatAnswer> ChatAsync(string model, string prompt, CancellationToken cancellation)
    {
        using var body = JobBody.Content(JobBody.Chat(model, prompt));
        var call = new HttpCall("complete the chat", "POST", "chat/completions", ReleaseRules.AnswerNotUnderstood)
        {
            Body = body,
            Timeout = TimeSpan.FromMinutes(5),
        };
        var answer = await Wire.SendAsync(call, cancellation).ConfigureAwait(false);
        var message = answer.List("choices").FirstOrDefault().Object("message");
        var text = message?.Text("content") ?? message?.Text("refusal") ?? message?.List("tool_calls").FirstOrDefault().ToString() ?? "";
        return new ChatAnswer(model, SafeLines(text.Cut(LongestAnswer)));
    }

    /// <inheritdoc/>
    public Task DeleteFileAsync(string fileId, CancellationToken cancellation) => DeleteAsync("delete the file", "files/" + Escape(fileId), cancellation);

    /// <inheritdoc/>
    public Task DeleteModelAsync(string model, CancellationToken cancellation) => DeleteAsync("delete the model", "models/" + Escape(model), cancellation);

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await Wire.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>The cancel call's body; null for none, which is what OpenAI describes.</summary>
    protected virtual BinaryContent? CancelBody() => null;

    /// <summary>The create call's body.</summary>
    protected virtual System.Text.Json.Nodes.JsonObject Body(JobOrder order) => JobBody.Of(order, quirks);

    private static string Escape(string id) => Uri.EscapeDataString(id);

    private static string JobPath(string jobId) => $"{Jobs}/{Escape(jobId)}";

    private static string SafeLines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(SafeText.Clean));

    private string JobFilter(JobMark mark) => quirks is { Metadata: true, MetadataFilter: true }
        ? mark.Run is { } run ? $"metadata[{JobMark.RunKey}]={Escape(run)}" : $"metadata[{JobMark.ProjectKey}]={Escape(mark.Project)}"
        : "";

    private Task<JsonElement> GetAsync(string what, string path, CancellationToken cancellation) =>
        Wire.SendAsync(new HttpCall(what, "GET", path, ReleaseRules.AnswerNotUnderstood) { Repeatable = true }, cancellation);

    private async Task DeleteAsync(string what, string path, CancellationToken cancellation)
    {
        try
        {
            await Wire.SendAsync(new HttpCall(what, "DELETE", path, ReleaseRules.AnswerNotUnderstood) { Repeatable = true }, cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError error) when (error.Status is 404 or 410)
        {
            // Gone is what was asked for.
        }
    }
}
