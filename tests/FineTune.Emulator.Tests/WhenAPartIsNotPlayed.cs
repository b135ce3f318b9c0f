using System.Net;

namespace FineTune.Emulator.Tests;

public sealed class WhenAPartIsNotPlayed : RunningEmulator
{
    [Theory]
    [InlineData("POST", "v1/embeddings")]
    [InlineData("POST", "v1/moderations")]
    [InlineData("GET", "v1/batches/batch_1")]
    [InlineData("POST", "v1/images/generations")]
    [InlineData("POST", "v1/audio/speech")]
    [InlineData("GET", "v1/evals")]
    [InlineData("POST", "v1/completions")]
    [InlineData("GET", "v1/chat/completions")]
    [InlineData("GET", "v1/chat/completions/chatcmpl-1/messages")]
    [InlineData("POST", "v1/responses/input_tokens")]
    [InlineData("POST", "openai/v1/embeddings")]
    public async Task TheAnswerSaysSo(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await Api.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var error = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        ((string?)error["code"]).ShouldBe("not_emulated");
        ((string)error["message"]!).ShouldContain("does not play");
    }

    [Theory]
    [InlineData("v1/embedding")]
    [InlineData("v1/")]
    [InlineData("v2/embeddings")]
    public async Task WhatTheApiHasNotIsAWrongAddress(string path) =>
        ((string?)(await Api.GetAsync(path)).Body["error"]!["code"]).ShouldBe("unknown_url");

    [Fact]
    public async Task AnotherMethodOnWhatIsPlayedIsA405() =>
        (await Api.DeleteAsync("v1/fine_tuning/jobs")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
}
