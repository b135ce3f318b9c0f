using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace FineTune.Emulator.Tests;

public sealed class WhenTheClientIsHostile : RunningEmulator
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"model\":\"a\",\"model\":\"b\"}")]
    [InlineData("{\"model\":\"\\ud800\"}")]
    [InlineData("{\"\\udfff\":1}")]
    public async Task AWrongBodyIsA400(string body)
    {
        foreach (var path in new[] { "v1/fine_tuning/jobs", "v1/chat/completions", "v1/responses", "v1/fine_tuning/alpha/graders/run", "v1/fine_tuning/checkpoints/c/permissions", "v1/uploads", "_emulator/clock" })
        {
            var (status, answer) = await Api.PostRawAsync(path, body);
            status.ShouldBe(HttpStatusCode.BadRequest);
            answer["error"]!["message"]!.GetValue<string>().ShouldNotBeEmpty();
        }
        Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task DeepNestingAndWrongBytesAreA400()
    {
        (await Api.PostRawAsync("v1/chat/completions", new string('[', 100_000))).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var bytes = new ByteArrayContent([(byte)'{', (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await Api.Client.PostAsync("v1/chat/completions", bytes)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task AnotherContentTypeIsRefused(string type)
    {
        (await Api.PostRawAsync("v1/fine_tuning/jobs", "{}", type)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await Api.PostRawAsync("v1/files", "{}", type)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task AHugeBodyIsA413()
    {
        using var body = new StringContent("{\"a\":\"" + new string('x', 40_000_000) + "\"}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions") { Content = body };
        request.Headers.ExpectContinue = true;
        (await Api.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("../../../etc/passwd.jsonl", "passwd.jsonl")]
    [InlineData("..\\..\\evil.jsonl", "evil.jsonl")]
    [InlineData("/absolute/name.jsonl", "name.jsonl")]
    public async Task FoldersInAFileNameAreDropped(string name, string expected)
    {
        var (status, file) = await Api.UploadAsync(Data.Supervised, name);
        status.ShouldBe(HttpStatusCode.OK);
        ((string?)file["filename"]).ShouldBe(expected);
        Directory.GetFiles(Folder, "*passwd*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("v1/files/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("v1/files/..%2Fclock/content")]
    [InlineData("v1/files/%00")]
    [InlineData("v1/fine_tuning/jobs/..%2F..%2Fx")]
    [InlineData("v1/models/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("v1/../../../etc/passwd")]
    [InlineData("etc/passwd")]
    public async Task PathTricksFindNothing(string path)
    {
        using var response = await Api.Client.GetAsync(path);
        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("train.csv", "fine-tune")]
    [InlineData("train.jsonl", "evil")]
    [InlineData("train.jsonl", "")]
    public async Task AFileThatDoesNotFitItsPurposeIsRefused(string name, string purpose)
    {
        (await Api.UploadAsync("x", name, purpose)).Status.ShouldBe(HttpStatusCode.BadRequest);
        Directory.GetFiles(Path.Combine(Folder, "contents")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no boundary here")]
    [InlineData("--b\r\n\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.jsonl\"\r\n\r\ncut off")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nfine-tune\r\n--b--\r\n")]
    [InlineData("--b\r\nrubbish rubbish\r\n\r\nx\r\n--b--\r\n")]
    public async Task ABrokenFormIsA400(string form)
    {
        using var body = new StringContent(form);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var response = await Api.Client.PostAsync("v1/files", body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Directory.GetFiles(Path.Combine(Folder, "contents")).ShouldBeEmpty();
        Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task NoKeyIsA401AndAnyKeyWillDo()
    {
        using var client = new HttpClient { BaseAddress = new Uri(BaseAddress, "/") };
        (await client.GetAsync("v1/models")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Add("api-key", "anything");
        (await client.GetAsync("v1/models")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AnotherHostNameIsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/models");
        request.Headers.Host = "rebound.example";
        (await Api.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task ItListensOnLoopbackOnly()
    {
        // The second is no address of the network, and yet none that it listens on: a machine without a network has it too.
        foreach (var address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(address => !IPAddress.IsLoopback(address)).Append(IPAddress.Parse("127.0.0.2")))
        {
            using var client = new TcpClient(address.AddressFamily);
            await Should.ThrowAsync<SocketException>(() => client.ConnectAsync(address, BaseAddress.Port));
        }
    }

    [Fact]
    public async Task RandomBytesAreNeverAServerError()
    {
        var random = new Random(1);
        foreach (var (path, seed) in new[]
        {
            ("v1/fine_tuning/jobs", """{"model":"gpt-4.1","training_file":"file-x","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":0.1}}},"metadata":{"a":"b"}}"""),
            ("v1/chat/completions", """{"model":"gpt-4.1","messages":[{"role":"user","content":[{"type":"text","text":"x"}]}],"metadata":{"a":"b"},"stop":["x"],"n":2,"max_tokens":3}"""),
            ("v1/chat/completions", """{"model":"gpt-4.1","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":["object"],"properties":{"a":{"anyOf":[{"type":"string","minLength":2},{"$ref":"#"}]},"b":{"type":"number","minimum":1,"multipleOf":2}},"required":["a"]}}}}"""),
            ("v1/chat/completions", """{"model":"gpt-4.1","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}],"tool_choice":{"type":"function","function":{"name":"f"}}}"""),
            ("v1/responses", """{"model":"gpt-4.1","input":[{"role":"user","content":"x"},{"type":"function_call_output","call_id":"c","output":"y"}],"text":{"format":{"type":"json_object"}},"max_output_tokens":16}"""),
            ("v1/fine_tuning/alpha/graders/run", """{"grader":{"type":"multi","name":"g","graders":{"a":{"type":"string_check","name":"a","operation":"eq","input":"{{sample.output_text}}","reference":"{{item.x[0]}}"}},"calculate_output":"a/2^3"},"item":{"x":["y"]},"model_sample":"y"}"""),
        })
        {
            var bytes = Encoding.UTF8.GetBytes(seed);
            for (var round = 0; round < 100; round++)
            {
                var changed = (byte[])bytes.Clone();
                for (var i = 0; i < round % 6; i++)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(round % 2 == 0 ? 32 : 0, round % 2 == 0 ? 127 : 256);
                }
                using var body = new ByteArrayContent(changed);
                body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await Api.Client.PostAsync(path, body);
                ((int)response.StatusCode).ShouldBeLessThan(500, Encoding.Latin1.GetString(changed));
            }
        }
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "const": null }""")]
    [InlineData("""{ "enum": [] }""")]
    [InlineData("""{ "$ref": "#" }""")]
    [InlineData("""{ "$ref": "https://example.com/x" }""")]
    [InlineData("""{ "allOf": [ { "$ref": "#" }, { "$ref": "#" } ] }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "$ref": "#" }, "b": { "$ref": "#" }, "c": { "$ref": "#" } }, "required": ["a", "b", "c"] }""")]
    [InlineData("""{ "type": "number", "minimum": 1e308, "multipleOf": 1e-300 }""")]
    [InlineData("""{ "type": "integer", "exclusiveMinimum": 1e308 }""")]
    [InlineData("""{ "type": "string", "minLength": 1e300, "maxLength": 0 }""")]
    [InlineData("""{ "type": "array", "minItems": 1e300, "items": { "type": "array", "minItems": 1e300, "items": { "type": "array", "minItems": 1e300 } } }""")]
    [InlineData("""{ "type": [], "format": 3 }""")]
    public async Task AnySchemaIsAnsweredOrRefused(string schema)
    {
        var (status, answer) = await Api.PostRawAsync("v1/chat/completions", $$$"""{ "model": "gpt-4.1", "messages": [ { "role": "user", "content": "x" } ], "response_format": { "type": "json_schema", "json_schema": { "name": "n", "schema": {{{schema}}} } } }""");
        ((int)status).ShouldBeOneOf(200, 400);
        Errors.ShouldBeEmpty(answer.ToJsonString());
    }

    [Fact]
    public async Task AGraderOfLongTextsIsAnsweredSoonOrRefused()
    {
        var text = string.Join(" ", Enumerable.Range(0, 7_500).Select(i => $"w{i}"));
        foreach (var metric in new[] { "fuzzy_match", "bleu", "meteor", "rouge_5", "rouge_l" })
        {
            var grader = $$$"""{"type":"text_similarity","name":"g","evaluation_metric":"{{{metric}}}","input":"{{sample.output_text}}","reference":"{{item.x}}"}""";
            (await Api.PostRawAsync("v1/fine_tuning/alpha/graders/run", $$"""{ "grader": {{grader}}, "item": { "x": "{{text}}" }, "model_sample": "{{text}}" }""")).Status.ShouldBe(HttpStatusCode.OK, metric);
        }
        var twice = $$$"""{"type":"string_check","name":"g","operation":"eq","input":"{{sample.output_text}}","reference":"x"}""";
        (await Api.PostRawAsync("v1/fine_tuning/alpha/graders/run", $$"""{ "grader": {{twice}}, "model_sample": "{{text + text}}" }""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var repeated = twice.Replace("{{sample.output_text}}", string.Concat(Enumerable.Repeat("{{sample.output_text}}", 300)), StringComparison.Ordinal);
        var errors = (await Api.PostRawAsync("v1/fine_tuning/alpha/graders/run", $$"""{ "grader": {{repeated}}, "model_sample": "{{text}}" }""")).Body["metadata"]!["errors"]!;
        ((bool)errors["truncated_observation_error"]!).ShouldBeTrue();
    }
}
