using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FineTune.Providers.Tests.Stub;

/// <summary>A provider on loopback that speaks raw HTTP, so that it can break off anywhere; one request a connection.</summary>
public sealed class StubProvider : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock state = new();
    private long seconds = 1_790_000_000;
    private int ids;

    public StubProvider()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";

    public List<StubJob> Jobs { get; } = [];

    public List<JsonObject> Files { get; } = [];

    public ConcurrentQueue<StubRequest> Requests { get; } = [];

    /// <summary>Decides what goes wrong with a call; null for nothing.</summary>
    public Func<StubRequest, Fault?> Faults { get; set; } = _ => null;

    /// <summary>Changes what a job is created with behind the caller's back.</summary>
    public Action<JsonObject> Substitute { get; set; } = _ => { };

    /// <summary>Called when a job is about to be made, outside the state's lock.</summary>
    public Func<Task> BeforeCreate { get; set; } = () => Task.CompletedTask;

    /// <summary>Content of files by their ID.</summary>
    public Dictionary<string, string> Contents { get; } = [];

    public bool GivesContent { get; set; } = true;

    /// <summary>Time by which jobs go on; null where each look brings them further.</summary>
    public Func<TimeSpan>? Elapsed { get; set; }

    /// <summary>When jobs begin to train and have trained, by that time.</summary>
    public (TimeSpan Begins, TimeSpan Ends) Times { get; set; } = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(70));

    public bool KeepsMetadata { get; set; } = true;

    public bool FiltersMetadata { get; set; } = true;

    public IReadOnlyList<string>? Course { get; set; }

    public JsonNode? JobError { get; set; }

    public string? TunedModel { get; set; }

    public string? HostileText { get; set; }

    public bool SameSecond { get; set; }

    /// <summary>Answers of addresses that the stub does not know itself.</summary>
    public Func<StubRequest, string?> Answers { get; set; } = _ => null;

    /// <summary>Whether answers say that they are an emulator's.</summary>
    public bool Emulates { get; set; }

    /// <summary>What IDs count from; no two real providers give the same ones.</summary>
    public int FirstId { init => ids = value; }

    public HashSet<string> DroppedUploads { get; } = [];

    public HashSet<string> DeletedModels { get; } = [];

    public int Count(Call call) => Requests.Count(request => request.Call == call);

    public int Trained => Jobs.Count(job =>
    {
        job.Advance();
        return job.Trained;
    });

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The stub ends.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await StubReader.ReadAsync(stream) is not { } request)
                {
                    return;
                }
                Requests.Enqueue(request);
                await AnswerAsync(client, stream, request);
            }
            catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
            {
                // The client went away.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client, NetworkStream stream, StubRequest request)
    {
        var fault = Faults(request);
        switch (fault)
        {
            case Fault.ResetBefore:
                Reset(client);
                return;
            case Fault.HangBefore:
                await Task.Delay(TimeSpan.FromSeconds(20), stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
        }
        var (status, body) = StubAnswers.Refusal(fault) ?? await HandleAsync(request);
        switch (fault)
        {
            case Fault.ResetAfter:
                Reset(client);
                return;
            case Fault.HangAfter:
                await Task.Delay(TimeSpan.FromSeconds(20), stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case Fault.NotJson:
                body = "<html>a gateway's page</html>";
                break;
            case Fault.EmptyObject:
                body = "{}";
                break;
            case Fault.Status500After:
                (status, body) = (500, """{"error":{"message":"The server had an error"}}""");
                break;
        }
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n";
        head += Emulates ? "x-finetune-emulated: true\r\n" : "";
        head += fault == Fault.Status429 ? "Retry-After: 7\r\n\r\n" : "\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        if (fault == Fault.HalfAnswer)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            return;
        }
        foreach (var part in fault == Fault.Trickle ? bytes.Chunk(Math.Max(1, bytes.Length / 8)) : [bytes])
        {
            await stream.WriteAsync(part);
            await stream.FlushAsync();
            await Task.Delay(fault == Fault.Trickle ? 10 : 0);
        }
    }

    private static void Reset(TcpClient client)
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    private async Task<(int Status, string Body)> HandleAsync(StubRequest request)
    {
        if (request.Call == Call.Create)
        {
            await BeforeCreate();
        }
        lock (state)
        {
            return Handle(request);
        }
    }

    private (int Status, string Body) Handle(StubRequest request)
    {
        var id = request.Path.Split('/') is [_, _, _, _, var job, ..] ? job : "";
        return request.Call switch
        {
            Call.ListFiles => (200, StubAnswers.List(Files)),
            Call.Upload => (200, Upload(request).ToJsonString()),
            Call.Content => GivesContent && Contents.TryGetValue(request.Path.Split('/')[3], out var content) ? (200, content) : (400, """{"error":{"message":"Not allowed to download files of purpose: fine-tune"}}"""),
            Call.ListJobs => (200, StubAnswers.List(Jobs.Where(one => Fits(one, request)).Reverse().Select(Shown))),
            Call.Create => (200, Create(request).Show(KeepsMetadata, TunedModel).ToJsonString()),
            Call.GetJob => OnJob(id, one => one.Look()),
            Call.Events => (200, StubAnswers.Events(Jobs.Find(one => one.Id == id), HostileText)),
            Call.Checkpoints => (200, StubAnswers.Checkpoints(id)),
            Call.Cancel => OnJob(id, one =>
            {
                one.Advance();
                one.Status = one.Ended ? one.Status : "cancelled";
            }),
            _ => Other(request),
        };
    }

    private (int Status, string Body) OnJob(string id, Action<StubJob> action)
    {
        if (Jobs.Find(one => one.Id == id) is not { } job)
        {
            return (404, """{"error":{"message":"no such job"}}""");
        }
        action(job);
        job.Error = job.Status == "failed" ? JobError : null;
        return (200, job.Show(KeepsMetadata, TunedModel).ToJsonString());
    }

    private (int Status, string Body) Other(StubRequest request) => (request.Method, request.Path) switch
    {
        ("GET", _) when Jobs.Select(job => job.Show(false, TunedModel)["fine_tuned_model"]?.ToString()).OfType<string>().FirstOrDefault(model => request.Path == "/v1/models/" + Uri.EscapeDataString(model)) is { } model && !DeletedModels.Contains(model) =>
            (200, new JsonObject { ["id"] = model, ["object"] = "model" }.ToJsonString()),
        ("POST", "/v1/chat/completions") => (200, """{"choices":[{"message":{"role":"assistant","content":"hello\u001b[31m"}}],"usage":{"total_tokens":12}}"""),
        ("GET", "/v1/models/known") => (200, """{"id":"known","object":"model","shutdown_date":"2027-01-14"}"""),
        ("POST", "/v1/uploads") => (200, new JsonObject { ["id"] = $"upload_{++ids}", ["object"] = "upload" }.ToJsonString()),
        ("POST", _) when request.Path.EndsWith("/parts", StringComparison.Ordinal) => DroppedUploads.Contains(request.Path.Split('/')[3])
            ? (404, """{"error":{"message":"No such Upload object."}}""")
            : (200, new JsonObject { ["id"] = $"part_{++ids}", ["object"] = "upload.part" }.ToJsonString()),
        ("POST", _) when request.Path.EndsWith("/complete", StringComparison.Ordinal) => (200, new JsonObject { ["id"] = "upload_x", ["file"] = File("finetune-large.jsonl", "") }.ToJsonString()),
        _ when Answers(request) is { } answer => (200, answer),
        ("DELETE", _) => (200, """{"deleted":true}"""),
        _ => (404, """{"error":{"message":"unknown address"}}"""),
    };

    private JsonObject Shown(StubJob job)
    {
        job.Advance();
        return job.Show(KeepsMetadata, TunedModel);
    }

    private bool Fits(StubJob job, StubRequest request) => !FiltersMetadata || new[] { "finetune_project", "finetune_digest" }
        .All(key => request.Value($"metadata[{key}]") is not { } value || (string?)job.Body["metadata"]?[key] == value);

    private JsonObject Upload(StubRequest request)
    {
        var text = Encoding.Latin1.GetString(request.Body);
        var name = StubAnswers.Between(text, "filename=\"", "\"");
        var content = StubAnswers.Between(text, "octet-stream\r\n\r\n", "\r\n--finetune-");
        return File(name, content);
    }

    /// <summary>A file as an upload leaves it.</summary>
    public JsonObject File(string name, string content)
    {
        var file = new JsonObject { ["id"] = $"file-{++ids:0000}", ["object"] = "file", ["bytes"] = content.Length, ["created_at"] = Now(), ["filename"] = name, ["purpose"] = "fine-tune" };
        Files.Add(file);
        Contents[(string)file["id"]!] = content;
        return (JsonObject)file.DeepClone();
    }

    private StubJob Create(StubRequest request)
    {
        var body = JsonNode.Parse(request.Body)!.AsObject();
        Substitute(body);
        return Job(body);
    }

    /// <summary>A job as a create call leaves it.</summary>
    public StubJob Job(JsonObject body, long? createdAt = null)
    {
        var born = Elapsed?.Invoke() ?? default;
        var job = new StubJob($"ftjob-{++ids:0000}", createdAt ?? Now(), body) { Age = Elapsed is { } elapsed ? () => elapsed() - born : null, Times = Times };
        job = Course is { } course ? new StubJob(job.Id, job.CreatedAt, body) { Course = course } : job;
        Jobs.Add(job);
        return job;
    }

    private long Now() => SameSecond ? seconds : ++seconds;
}
