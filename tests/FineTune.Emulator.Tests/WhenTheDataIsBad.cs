using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenTheDataIsBad : RunningEmulator
{
    [Fact]
    public async Task TooFewExamplesFailTheJobAsTheServiceDoes()
    {
        var job = await FailAsync(Data.TooFew);
        ((string?)job["error"]!["code"]).ShouldBe("invalid_n_examples");
        ((string?)job["error"]!["message"]).ShouldBe("Training file has 2 example(s), but must have at least 10 examples");
        ((string?)job["error"]!["param"]).ShouldBe("training_file");
        job["fine_tuned_model"].ShouldBeNull();
        job["result_files"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task ALineThatIsNotJsonIsNamed()
    {
        var job = await FailAsync(Data.Supervised + "{\"messages\": [}\n");
        ((string?)job["error"]!["code"]).ShouldBe("invalid_training_file");
        ((string)job["error"]!["message"]!).ShouldStartWith("The job failed due to an invalid training file. Invalid file format. Line 13");
    }

    [Fact]
    public async Task AnUnknownRoleIsNamedByLineAndMessage()
    {
        var bad = """{"messages":[{"role":"user","content":"hello"},{"role":"asistant","content":"hello"}]}""";
        var job = await FailAsync(Data.Supervised + bad + "\n");
        ((string)job["error"]!["message"]!).ShouldStartWith(
            "The job failed due to an invalid training file. Invalid file format. Line 13, message 2, role is \"asistant\"");
    }

    [Fact]
    public async Task ChatLinesDoNotFitAPreferenceJob() =>
        ((string?)(await FailAsync(Data.Supervised, body => body["method"] = new JsonObject { ["type"] = "dpo" }))["error"]!["code"]).ShouldBe("invalid_training_file");

    [Fact]
    public async Task BadValidationDataIsItsOwnError()
    {
        var validation = (string)(await Api.UploadAsync("[]\n", "valid.jsonl")).Body["id"]!;
        var job = await FailAsync(Data.Supervised, body => body["validation_file"] = validation);
        ((string?)job["error"]!["code"]).ShouldBe("invalid_validation_file");
        ((string?)job["error"]!["param"]).ShouldBe("validation_file");
    }

    [Fact]
    public async Task AFewValidationExamplesAreFine()
    {
        var validation = (string)(await Api.UploadAsync(Data.TooFew, "valid.jsonl")).Body["id"]!;
        var job = await Api.StartJobAsync(Data.Supervised, body => body["validation_file"] = validation);
        ((string?)(await Api.WaitForAsync(job, "succeeded"))["validation_file"]).ShouldBe(validation);
    }

    [Fact]
    public async Task TheLastEventSaysWhy()
    {
        var id = (string)(await FailAsync(Data.TooFew))["id"]!;
        var events = (await Api.GetAsync($"v1/fine_tuning/jobs/{id}/events")).Body["data"]!.AsArray();
        ((string?)events[0]!["level"]).ShouldBe("error");
        ((string)events[0]!["message"]!).ShouldContain("at least 10");
        (await Api.GetAsync($"v1/fine_tuning/jobs/{id}/checkpoints")).Body["data"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\n")]
    [InlineData("not json\n")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"\\ud800\"}]}\n")]
    public async Task AnyBytesEndInAFailedJob(string data)
    {
        await FailAsync(data);
        Errors.ShouldBeEmpty();
    }

    private async Task<JsonNode> FailAsync(string data, Action<JsonObject>? change = null) =>
        await Api.WaitForAsync(await Api.StartJobAsync(data, change), "failed");
}
