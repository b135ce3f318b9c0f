using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenGradersAreRun : RunningEmulator
{
    private const string Same = """{ "type": "string_check", "name": "same", "operation": "eq", "input": "{{sample.output_text}}", "reference": "{{item.answer}}" }""";

    private const string Close = """{ "type": "text_similarity", "name": "close", "evaluation_metric": "rouge_1", "input": "{{sample.output_text}}", "reference": "{{item.answer}}" }""";

    [Theory]
    [InlineData(Same, "the page", 1)]
    [InlineData(Same, "a page", 0)]
    [InlineData(Close, "a page", 0.5)]
    [InlineData($$"""{ "type": "multi", "name": "both", "calculate_output": "same + close ^ 2", "graders": { "same": {{Same}}, "close": {{Close}} } }""", "a page", 0.25)]
    public async Task TheRewardIsReckoned(string grader, string sample, double reward)
    {
        var (status, answer) = await RunAsync(grader, sample);
        status.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
        ((double)answer["reward"]!).ShouldBe(reward, 0.000001);
        answer["metadata"]!["errors"]!.AsObject().ShouldAllBe(error => error.Value == null || !(bool)error.Value);
    }

    [Fact]
    public async Task AMultiGraderShowsWhatItReckonedWith()
    {
        var answer = (await RunAsync($$"""{ "type": "multi", "name": "both", "calculate_output": "same + close", "graders": { "same": {{Same}}, "close": {{Close}} } }""", "a page")).Body;
        answer["sub_rewards"]!.ToJsonString().ShouldBe("""{"same":0,"close":0.5}""");
        ((string?)answer["metadata"]!["name"]).ShouldBe("both");
    }

    [Theory]
    [InlineData("{{item.nothing}}", "invalid_variable_error")]
    [InlineData("{{sample.output_json.x}}", "sample_parse_error")]
    public async Task WhatATemplateCannotReadIsAnErrorOfTheGrade(string reference, string error)
    {
        var answer = (await RunAsync(Same.Replace("{{item.answer}}", reference, StringComparison.Ordinal), "x")).Body;
        ((bool)answer["metadata"]!["errors"]![error]!).ShouldBeTrue();
        ((double)answer["reward"]!).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{ "type": "python", "name": "g", "source": "def grade(sample, item):\n  return 1" }""")]
    [InlineData("""{ "type": "score_model", "name": "g", "model": "gpt-4.1", "input": [ { "role": "user", "content": "{{sample.output_text}}" } ] }""")]
    [InlineData("""{ "type": "text_similarity", "name": "g", "evaluation_metric": "cosine", "input": "{{sample.output_text}}", "reference": "x" }""")]
    public async Task WhatNeedsAModelIsSoundButNotRun(string grader)
    {
        var (status, answer) = await RunAsync(grader, "x");
        (status, (string?)answer["error"]!["code"]).ShouldBe((HttpStatusCode.BadRequest, "not_emulated"));
        if (!grader.Contains("cosine", StringComparison.Ordinal))
        {
            (await ValidateAsync(grader)).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("""{ "type": "magic", "name": "g" }""", "type is \"magic\"")]
    [InlineData("""{ "type": "string_check", "name": "g", "input": "{{sample.output_text}}", "reference": "x", "operation": "is" }""", "operation is \"is\"")]
    [InlineData("""{ "type": "string_check", "name": "g", "input": "{{answer}}", "reference": "x", "operation": "eq" }""", "starts with")]
    [InlineData("""{ "type": "multi", "name": "g", "graders": { "a": 3 }, "calculate_output": "b" }""", "a grader is a number")]
    public async Task AWrongGraderIsRefused(string grader, string message)
    {
        foreach (var (status, answer) in new[] { await ValidateAsync(grader), await RunAsync(grader, "x") })
        {
            status.ShouldBe(HttpStatusCode.BadRequest, answer.ToJsonString());
            ((string)answer["error"]!["message"]!).ShouldContain(message);
            ((string?)answer["error"]!["param"]).ShouldBe("grader");
        }
    }

    [Theory]
    [InlineData("{}", "grader")]
    [InlineData("""{ "grader": 3 }""", "grader")]
    [InlineData($$"""{ "grader": {{Same}} }""", "model_sample")]
    [InlineData($$"""{ "grader": {{Same}}, "model_sample": 3 }""", "model_sample")]
    [InlineData($$"""{ "grader": {{Same}}, "model_sample": "x", "items": {} }""", "items")]
    public async Task AWrongRequestIsRefused(string body, string param)
    {
        var (status, answer) = await Api.PostRawAsync("v1/fine_tuning/alpha/graders/run", body);
        (status, (string?)answer["error"]!["param"]).ShouldBe((HttpStatusCode.BadRequest, param));
    }

    [Fact]
    public async Task ASoundGraderIsGivenBack()
    {
        var (status, answer) = await ValidateAsync(Same);
        status.ShouldBe(HttpStatusCode.OK);
        JsonNode.DeepEquals(answer["grader"], JsonNode.Parse(Same)).ShouldBeTrue();
    }

    private Task<(HttpStatusCode Status, JsonNode Body)> RunAsync(string grader, string sample) =>
        Api.PostRawAsync("v1/fine_tuning/alpha/graders/run", $$$"""{ "grader": {{{grader}}}, "item": { "answer": "the page" }, "model_sample": "{{{sample}}}" }""");

    private Task<(HttpStatusCode Status, JsonNode Body)> ValidateAsync(string grader) =>
        Api.PostRawAsync("v1/fine_tuning/alpha/graders/validate", $$"""{ "grader": {{grader}} }""");
}
