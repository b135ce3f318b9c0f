using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenAFileIsUploadedInParts : RunningEmulator
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(Data.Supervised);

    [Fact]
    public async Task TheOrderOfTheIdsMakesTheFile()
    {
        var upload = await CreateAsync(Content.Length);
        var second = await AddAsync(upload, Content[500..]);
        var first = await AddAsync(upload, Content[..500]);
        var (status, done) = await CompleteAsync(upload, [first, second], Md5(Content));
        status.ShouldBe(HttpStatusCode.OK, done.ToJsonString());
        ((string?)done["status"]).ShouldBe("completed");
        var file = (string)done["file"]!["id"]!;
        (await Api.Client.GetByteArrayAsync($"v1/files/{file}/content")).ShouldBe(Content);

        var job = await Api.PostAsync("v1/fine_tuning/jobs", new JsonObject { ["model"] = "gpt-4.1", ["training_file"] = file });
        await Api.WaitForAsync((string)job.Body["id"]!, "succeeded");
    }

    [Fact]
    public async Task AWrongChecksumIsRefusedAndCanBePutRight()
    {
        var upload = await CreateAsync(Content.Length);
        var part = await AddAsync(upload, Content);
        (await CompleteAsync(upload, [part], Md5([1]))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CompleteAsync(upload, [part], Md5(Content))).Status.ShouldBe(HttpStatusCode.OK);
        (await CompleteAsync(upload, [part], Md5(Content))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task MissingOrUnknownPartsAreRefused()
    {
        var upload = await CreateAsync(Content.Length);
        var part = await AddAsync(upload, Content[..100]);
        (await CompleteAsync(upload, [part])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CompleteAsync(upload, ["part_none"])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CompleteAsync(upload, [part, part])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CompleteAsync(upload, [])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ACancelledUploadTakesNothingMore()
    {
        var upload = await CreateAsync(Content.Length);
        var part = await AddAsync(upload, Content);
        ((string?)(await Api.PostAsync($"v1/uploads/{upload}/cancel")).Body["status"]).ShouldBe("cancelled");
        (await CompleteAsync(upload, [part])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PartAsync(upload, Content)).Status.ShouldBe(HttpStatusCode.BadRequest);
        Directory.GetFiles(Path.Combine(Folder, "contents")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ItExpiresAfterAnHour()
    {
        var upload = await CreateAsync(Content.Length);
        var part = await AddAsync(upload, Content);
        await Api.AdvanceAsync(3601);
        var (status, body) = await CompleteAsync(upload, [part]);
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)body["error"]!["message"]!).ShouldContain("expired");
    }

    [Theory]
    [InlineData("""{ "bytes": 0 }""")]
    [InlineData("""{ "bytes": 8589934593 }""")]
    [InlineData("""{ "bytes": 1e99 }""")]
    [InlineData("""{ "purpose": "evil" }""")]
    [InlineData("""{ "filename": "t.csv" }""")]
    [InlineData("""{ "mime_type": null }""")]
    [InlineData("""{ "expires_after": { "anchor": "created_at", "seconds": 1 } }""")]
    public async Task AWrongUploadIsRefused(string change)
    {
        var body = New(10);
        foreach (var pair in JsonNode.Parse(change)!.AsObject().ToList())
        {
            body[pair.Key] = pair.Value?.DeepClone();
        }
        (await Api.PostAsync("v1/uploads", body)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static JsonObject New(long bytes) =>
        new() { ["filename"] = "train.jsonl", ["purpose"] = "fine-tune", ["bytes"] = bytes, ["mime_type"] = "text/jsonl" };

    private async Task<string> CreateAsync(long bytes) => (string)(await Api.PostAsync("v1/uploads", New(bytes))).Body["id"]!;

    private async Task<string> AddAsync(string upload, byte[] bytes) => (string)JsonNode.Parse((await PartAsync(upload, bytes)).Body)!["id"]!;

    private async Task<(HttpStatusCode Status, string Body)> PartAsync(string upload, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "data", "part" } };
        using var response = await Api.Client.PostAsync($"v1/uploads/{upload}/parts", form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task<(HttpStatusCode Status, JsonNode Body)> CompleteAsync(string upload, string[] parts, string? md5 = null)
    {
        var body = new JsonObject { ["part_ids"] = new JsonArray([.. parts.Select(part => JsonValue.Create(part))]) };
        if (md5 is not null)
        {
            body["md5"] = md5;
        }
        return Api.PostAsync($"v1/uploads/{upload}/complete", body);
    }

#pragma warning disable CA5351 // MD5 is what the API takes as a checksum.
    private static string Md5(byte[] bytes) => Convert.ToHexString(MD5.HashData(bytes)).ToLowerInvariant();
#pragma warning restore CA5351
}
