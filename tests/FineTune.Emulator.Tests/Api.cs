using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

/// <summary>A plain client of a running emulator: requests by path, answers as status and JSON.</summary>
internal sealed class Api : IDisposable
{
    public Api(Uri baseAddress)
    {
        Client = new HttpClient { BaseAddress = new Uri(baseAddress, "/"), Timeout = TimeSpan.FromSeconds(60) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "test");
    }

    public HttpClient Client { get; }

    public Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path) => AnswerAsync(Client.GetAsync(path));

    public Task<(HttpStatusCode Status, JsonNode Body)> DeleteAsync(string path) => AnswerAsync(Client.DeleteAsync(path));

    public Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, JsonObject? body = null) =>
        AnswerAsync(Client.PostAsJsonAsync(path, body ?? []));

    public Task<(HttpStatusCode Status, JsonNode Body)> PostRawAsync(string path, string body, string contentType = "application/json") =>
        AnswerAsync(Client.PostAsync(path, new StringContent(body, Encoding.UTF8, contentType)));

    public async Task<(HttpStatusCode Status, JsonNode Body)> UploadAsync(string content, string name = "train.jsonl", string purpose = "fine-tune", string root = "v1")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(purpose), "purpose" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name },
        };
        return await AnswerAsync(Client.PostAsync($"{root}/files", form));
    }

    /// <summary>Uploads data and asks for a job; the job's ID.</summary>
    public async Task<string> StartJobAsync(string data, Action<JsonObject>? change = null, string root = "v1")
    {
        var file = (await UploadAsync(data, root: root)).Body;
        var body = new JsonObject { ["model"] = "gpt-4.1-mini-2025-04-14", ["training_file"] = (string)file["id"]! };
        change?.Invoke(body);
        var (status, job) = await PostAsync($"{root}/fine_tuning/jobs", body);
        status.ShouldBe(HttpStatusCode.OK, job.ToJsonString());
        return (string)job["id"]!;
    }

    /// <summary>Asks until the job has a status, or one that it cannot leave.</summary>
    public async Task<JsonNode> WaitForAsync(string job, string status, string root = "v1")
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < end; await Task.Delay(20))
        {
            var (_, body) = await GetAsync($"{root}/fine_tuning/jobs/{job}");
            var now = (string)body["status"]!;
            if (now == status || now is "succeeded" or "failed" or "cancelled")
            {
                now.ShouldBe(status, body.ToJsonString());
                return body;
            }
        }
        throw new TimeoutException($"{job} is not {status}");
    }

    public async Task AdvanceAsync(double seconds) =>
        (await PostAsync("_emulator/clock", new JsonObject { ["seconds"] = seconds })).Status.ShouldBe(HttpStatusCode.OK);

    public async Task<IReadOnlyList<JsonNode>> RequestsAsync() =>
        [.. (await GetAsync("_emulator/requests")).Body["data"]!.AsArray().Select(request => request!)];

    public void Dispose() => Client.Dispose();

    private static async Task<(HttpStatusCode Status, JsonNode Body)> AnswerAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
