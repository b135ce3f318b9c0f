using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace FineTune.Emulator.Tests.Contract;

public sealed class EveryAnswer(ITestOutputHelper output) : RunningEmulator
{
    [SharedFact(ApiDescription.Place)]
    public async Task FitsTheDescriptionOfTheApi()
    {
        using var answers = new CheckedAnswers(ApiDescription.Load());
        using var client = new HttpClient(answers) { BaseAddress = new Uri(BaseAddress, "/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "test");
        await ExchangeAsync(client);
        output.WriteLine($"{answers.Checked.Count} kinds of answers checked");
        answers.Faults.Distinct().ShouldBeEmpty();
        answers.Checked.Count.ShouldBeGreaterThan(30);
    }

    [SharedFact(ApiDescription.Place)]
    public void AWrongAnswerWouldBeSeen()
    {
        var description = ApiDescription.Load();

        description.Faults(JsonNode.Parse("""{"object":"file","id":1,"status":"new"}"""), description.Schema("OpenAIFile")).Count().ShouldBeGreaterThan(5);
    }

    private static async Task ExchangeAsync(HttpClient client)
    {
        var training = await FileAsync(client, Data.WithTools);
        var validation = await FileAsync(client, Data.Validation);
        await GetAsync(client, "files", $"files/{training}", "files?purpose=nothing", "files/file-none", "models", "models/gpt-4.1-mini", "models/none", "nothing");

        var upload = await PostAsync(client, "uploads", """{"filename":"t.jsonl","purpose":"fine-tune","bytes":3,"mime_type":"text/jsonl"}""");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("{}\n"u8.ToArray()), "data", "part" } };
        var part = await AnswerAsync(client.PostAsync($"uploads/{upload["id"]}/parts", form));
        await PostAsync(client, $"uploads/{upload["id"]}/complete", $$"""{"part_ids":["{{part["id"]}}"]}""");
        await PostAsync(client, $"uploads/{upload["id"]}/cancel", "{}");
        var other = await PostAsync(client, "uploads", """{"filename":"t.jsonl","purpose":"fine-tune","bytes":3,"mime_type":"text/jsonl"}""");
        await PostAsync(client, $"uploads/{other["id"]}/cancel", "{}");

        var full = await JobAsync(client, $$$"""
            {"model":"gpt-4.1","training_file":"{{{training}}}","validation_file":"{{{validation}}}","suffix":"s","seed":1,"metadata":{"a":"b"},
             "integrations":[{"type":"wandb","wandb":{"project":"p","tags":["t"]} }],
             "method":{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":2,"batch_size":2,"learning_rate_multiplier":0.5} } } }
            """);
        await JobAsync(client, $$$"""{"model":"gpt-4.1","training_file":"{{{await FileAsync(client, Data.Preferences)}}}","method":{"type":"dpo","dpo":{"hyperparameters":{"beta":0.2} } } }""");
        await JobAsync(client, $$"""{"model":"gpt-4.1","training_file":"{{await FileAsync(client, Data.TooFew)}}"}""");
        await JobAsync(client, $$$"""
            {"model":"o4-mini","training_file":"{{{training}}}","validation_file":"{{{validation}}}","method":{"type":"reinforcement","reinforcement":{
             "grader":{"type":"string_check","name":"g","input":"{{sample.output_text}}","reference":"x","operation":"eq"},"hyperparameters":{"reasoning_effort":"low"} } } }
            """);
        await PostAsync(client, "fine_tuning/jobs", """{"model":"none"}""");
        await GetAsync(client, "fine_tuning/jobs", "fine_tuning/jobs?metadata[a]=b");

        var model = (string)full["fine_tuned_model"]!;
        foreach (var stream in new[] { "\"n\":2", "\"stream\":true", "\"stream\":true,\"stream_options\":{\"include_usage\":true},\"max_tokens\":1" })
        {
            foreach (var role in new[] { "user", "tool" })
            {
                await PostAsync(client, "chat/completions", $$"""
                    {"model":"{{model}}",{{stream}},"messages":[{"role":"user","content":"send the receipt"},{"role":"{{role}}","content":"x","tool_call_id":"c"}]}
                    """);
            }
        }
        await PostAsync(client, "chat/completions", """{"model":"gpt-4o","messages":[{"role":"user","content":"x"}]}""");
        await PostAsync(client, "chat/completions", "{}");
        await PostAsync(client, "chat/completions", """{"model":"gpt-4o","temperature":99,"messages":[{"role":"user","content":"x"}]}""");
        await PostAsync(client, "chat/completions", $$$"""{"model":"{{{model}}}","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object","properties":{"a":{"type":"integer"} } } } } }""");
        await GradersAsync(client);
        await PostAsync(client, $"fine_tuning/checkpoints/{model}/permissions", """{"project_ids":["proj_a","proj_b"]}""");
        var permissions = await AnswerAsync(client.GetAsync($"fine_tuning/checkpoints/{model}/permissions?limit=1"));
        await AnswerAsync(client.DeleteAsync($"fine_tuning/checkpoints/{model}/permissions/{permissions["data"]![0]!["id"]}"));
        await GetAsync(client, "fine_tuning/checkpoints/none/permissions", "embeddings");
        await GetAsync(client, $"models/{model}");
        await AnswerAsync(client.DeleteAsync($"models/{model}"));
        await AnswerAsync(client.DeleteAsync($"files/{training}"));
    }

    private static async Task GradersAsync(HttpClient client)
    {
        const string Check = """{"type":"string_check","name":"c","operation":"eq","input":"{{sample.output_text}}","reference":"{{item.a}}"}""";
        foreach (var grader in new[]
        {
            Check,
            """{"type":"text_similarity","name":"t","evaluation_metric":"bleu","input":"{{sample.output_text}}","reference":"x"}""",
            $$$"""{"type":"multi","name":"m","calculate_output":"c / 2","graders":{"c":{{{Check}}} } }""",
            """{"type":"python","name":"p","source":"def grade(sample, item):\n  return 1"}""",
        })
        {
            // The description has one grader where hosts take a mapping, so an answer with a mapping does not fit it.
            if (!grader.Contains("multi", StringComparison.Ordinal))
            {
                await PostAsync(client, "fine_tuning/alpha/graders/validate", $$"""{"grader":{{grader}}}""");
            }
            await PostAsync(client, "fine_tuning/alpha/graders/run", $$$"""{"grader":{{{grader}}},"item":{"a":"b"},"model_sample":"b"}""");
        }
    }

    private static async Task<JsonNode> JobAsync(HttpClient client, string body)
    {
        var job = await PostAsync(client, "fine_tuning/jobs", body);
        var path = $"fine_tuning/jobs/{job["id"]}";
        while ((string?)job["status"] is not ("succeeded" or "failed" or "cancelled"))
        {
            job = await AnswerAsync(client.GetAsync(path));
        }
        await GetAsync(client, $"{path}/events", $"{path}/events?limit=3", $"{path}/checkpoints");
        await PostAsync(client, $"{path}/cancel", "{}");
        return job;
    }

    private static async Task<string> FileAsync(HttpClient client, string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("fine-tune"), "purpose" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "train.jsonl" },
        };
        return (string)(await AnswerAsync(client.PostAsync("files", form)))["id"]!;
    }

    private static async Task GetAsync(HttpClient client, params string[] paths)
    {
        foreach (var path in paths)
        {
            await AnswerAsync(client.GetAsync(path));
        }
    }

    private static Task<JsonNode> PostAsync(HttpClient client, string path, string body) =>
        AnswerAsync(client.PostAsJsonAsync(path, JsonNode.Parse(body)));

    private static async Task<JsonNode> AnswerAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        var text = await response.Content.ReadAsStringAsync();
        return text.StartsWith('{') ? JsonNode.Parse(text)! : new JsonObject();
    }
}
