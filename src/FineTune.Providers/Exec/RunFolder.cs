using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Files;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Exec;

/// <summary>The folder of one run of a trainer command: <c>.finetune/runs/DIGEST-…</c>.</summary>
/// <param name="path">Absolute path.</param>
internal sealed class RunFolder(string path)
{
    private const int MaxJsonBytes = 4 * 1024 * 1024;
    private const string JobPrefix = "exec-";

    /// <summary>Absolute path.</summary>
    public string Path { get; } = path;

    /// <summary>What is asked of the command.</summary>
    public string Request => In("request.json");

    /// <summary>What the command answers.</summary>
    public string Result => In("result.json");

    /// <summary>Lines of progress that the command may write.</summary>
    public string Events => In("events.jsonl");

    /// <summary>What the command printed.</summary>
    public string Log => In("log.txt");

    /// <summary>The keeper of the command, and how it ended.</summary>
    public string State => In("state.json");

    /// <summary>There once somebody has cancelled the run.</summary>
    public string Cancelled => In("cancelled");

    /// <summary>Held by the keeper as long as the command runs.</summary>
    public string Running => In("running");

    /// <summary>When the run was begun, in Unix seconds; null before it is.</summary>
    public long? CreatedAt => ReadObject(State)?.Whole("created_at");

    /// <summary>The job's ID.</summary>
    public string JobId => JobPrefix + System.IO.Path.GetFileName(Path);

    /// <summary>The folder of a job.</summary>
    /// <exception cref="ReleaseError">FT8014: no ID of ours.</exception>
    public static RunFolder OfJob(string runs, string jobId) =>
        jobId.StartsWith(JobPrefix, StringComparison.Ordinal) && jobId[JobPrefix.Length..].All(c => char.IsAsciiHexDigitLower(c) || c == '-')
            ? new RunFolder(System.IO.Path.Combine(runs, jobId[JobPrefix.Length..]))
            : throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, "the lock names a job that is none of a trainer command");

    /// <summary>A new folder for a run: a run that failed is another job than the one after it.</summary>
    public static RunFolder New(string runs, string run) =>
        new(System.IO.Path.Combine(runs, $"{run.Replace('/', '-')}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4)).ToLowerInvariant()}"));

    /// <summary>A file in it.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A JSON object; null where the file is missing, half written, too large or none.</summary>
    public static JsonElement? ReadObject(string file)
    {
        try
        {
            using var stream = RegularFile.Open(file);
            if (stream.Length > MaxJsonBytes)
            {
                return null;
            }
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces a JSON file whole.</summary>
    public static void Write(string file, JsonObject content) =>
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(content.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n"), durable: false);

    /// <summary>When a process was started, in Unix seconds; 0 for one that has gone.</summary>
    public static long StartOf(Process process)
    {
        try
        {
            return new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds();
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>Takes the folder for one keeper; null where another one has it.</summary>
    public async Task<IDisposable?> HoldAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var held = HeldFile.TryTake(Running);
            if (held is not null || tries == 20)
            {
                return held;
            }
            await Task.Delay(50).ConfigureAwait(false); // somebody may only be looking
        }
    }

    /// <summary>Whether a keeper has the folder, so that its command runs.</summary>
    public bool IsRunning()
    {
        try
        {
            using var look = new FileStream(Running, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The job as the folder tells it; it has not ended before its command has, whatever the result says already.</summary>
    public TrainingJob Job() => Job(IsRunning()); // asked first: the end is noted before the folder is let go

    /// <summary>The job, where it is known whether its command runs.</summary>
    public TrainingJob Job(bool isRunning)
    {
        var state = ReadObject(State) ?? default;
        var result = ReadObject(Result);
        var request = ReadObject(Request) ?? default;
        var job = new TrainingJob
        {
            Id = JobId,
            State = isRunning ? JobState.Running : JobState.Unknown,
            Status = isRunning ? "running" : "interrupted",
            CreatedAt = state.Time("created_at"),
            FinishedAt = result is { } ended ? ended.Time("finished_at") ?? state.Time("finished_at") : state.Time("finished_at"),
            Metadata = JobReading.Metadata(request),
            Echo = ExecRequest.Echo(request),
        };
        return File.Exists(Cancelled) ? job with { State = JobState.Cancelled, Status = "cancelled", FinishedAt = File.GetLastWriteTimeUtc(Cancelled) }
            : isRunning ? job
            : result is { } answer ? ExecResult.Read(job, answer)
            : state.Whole("exit_code") is { } code
                ? job with { State = JobState.Failed, Status = "failed", Error = new JobError("trainer_failed", $"the trainer command ended with exit code {code} and wrote no result.json; its output is in {System.IO.Path.GetFileName(Path)}/log.txt", null) }
            : job;
    }
}
