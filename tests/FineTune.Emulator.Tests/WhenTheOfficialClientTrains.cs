using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json.Nodes;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace FineTune.Emulator.Tests;

public sealed class WhenTheOfficialClientTrains : RunningEmulator
{
    private static readonly ApiKeyCredential Key = new("test");

    [Fact]
    public async Task ItUploadsTrainsReadsAndAsks()
    {
        var files = new OpenAIFileClient(Key, Options());
        OpenAIFile training = await files.UploadFileAsync(Stream(Data.Supervised), "train.jsonl", FileUploadPurpose.FineTune);
        OpenAIFile validation = await files.UploadFileAsync(Stream(Data.Validation), "valid.jsonl", FileUploadPurpose.FineTune);

        var jobs = new FineTuningClient(Key, new FineTuningClientOptions { Endpoint = BaseAddress });
        var options = new FineTuningOptions
        {
            Suffix = "Support Bot",
            Seed = 7,
            ValidationFile = validation.Id,
            TrainingMethod = FineTuningTrainingMethod.CreateSupervised(epochCount: 4),
        };
        options.Metadata["digest"] = "abc";
        var job = await jobs.FineTuneAsync("gpt-4.1-mini-2025-04-14", training.Id, waitUntilCompleted: false, options);
        job.Metadata["digest"].ShouldBe("abc");
        await Api.WaitForAsync(job.JobId, "succeeded");
        await job.UpdateStatusAsync();

        job.Status.ShouldBe(FineTuningStatus.Succeeded);
        job.Seed.ShouldBe(7);
        job.Value.ShouldNotBeNull().ShouldMatch("^ft:gpt-4.1-mini-2025-04-14:emulator:support-bot:[A-Za-z0-9]{8}$");

        var checkpoints = await job.GetCheckpointsAsync().ToListAsync();
        checkpoints.Select(checkpoint => checkpoint.StepNumber).ShouldBe([48, 36, 24]);
        checkpoints[0].ModelId.ShouldBe(job.Value + ":ckpt-step-48");
        checkpoints[0].Metrics.FullValidLoss.ShouldNotBeNull();

        var events = await job.GetEventsAsync(new GetEventsOptions { PageSize = 7 }).ToListAsync();
        events.Count.ShouldBe(events.Select(said => said.Id).Distinct().Count());
        events[^1].Message.ShouldBe($"Created fine-tuning job: {job.JobId}");
        events[1].Message.ShouldBe($"New fine-tuned model created: {job.Value}");
        events.Count(said => said.Kind == FineTuningJobEventKind.Metrics).ShouldBe(48);

        var results = (string)JsonNode.Parse(job.GetRawResponse().Content)!["result_files"]![0]!;
        BinaryData csv = await files.DownloadFileAsync(results);
        csv.ToString().Split('\n')[0].ShouldBe("step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy");

        var chat = new ChatClient(job.Value, Key, Options());
        ChatCompletion answer = await chat.CompleteChatAsync("where is my WARRANTY?");
        answer.Content[0].Text.ShouldBe("Your warranty is on the page warrantys.");
        answer.SystemFingerprint.ShouldBe("fp_emulated");
    }

    [Fact]
    public async Task AStreamedAnswerIsTheSameText()
    {
        var job = await Api.StartJobAsync(Data.Supervised);
        var model = (string)(await Api.WaitForAsync(job, "succeeded"))["fine_tuned_model"]!;
        var text = new StringBuilder();
        await foreach (var update in new ChatClient(model, Key, Options()).CompleteChatStreamingAsync("my parcel, please"))
        {
            text.AppendJoin("", update.ContentUpdate.Select(part => part.Text));
        }
        text.ToString().ShouldBe("Your parcel is on the page parcels.");
    }

    [Fact]
    public async Task ToolsAreCalledAndTheirResultIsAnswered()
    {
        var job = await Api.StartJobAsync(Data.WithTools);
        var model = (string)(await Api.WaitForAsync(job, "succeeded"))["fine_tuned_model"]!;
        var chat = new ChatClient(model, Key, Options());
        ChatCompletion call = await chat.CompleteChatAsync("Send me the voucher again");
        call.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
        call.ToolCalls[0].FunctionName.ShouldBe("send");
        call.ToolCalls[0].FunctionArguments.ToString().ShouldBe("""{"what":"voucher"}""");

        ChatCompletion answer = await chat.CompleteChatAsync(
            [new UserChatMessage("Send me the voucher again"), new AssistantChatMessage(call), new ToolChatMessage(call.ToolCalls[0].Id, "sent")]);
        answer.Content[0].Text.ShouldBe("The voucher is on its way.");
    }

    [Fact]
    public async Task APreferenceModelAnswersWithThePreferredOutput()
    {
        var job = await Api.StartJobAsync(Data.Preferences, body => body["method"] = new JsonObject { ["type"] = "dpo" });
        var model = (string)(await Api.WaitForAsync(job, "succeeded"))["fine_tuned_model"]!;
        ChatCompletion answer = await new ChatClient(model, Key, Options()).CompleteChatAsync("Where do I find my refund?");
        answer.Content[0].Text.ShouldBe("Your refund is on the page refunds.");
    }

    [Fact]
    public async Task ABaseModelSaysThatItIsEmulated()
    {
        ChatCompletion answer = await new ChatClient("gpt-4.1-mini", Key, Options()).CompleteChatAsync("hello");
        answer.Content[0].Text.ShouldContain("emulated");
    }

    [Fact]
    public async Task FilesAreListedAndDeleted()
    {
        var files = new OpenAIFileClient(Key, Options());
        OpenAIFile file = await files.UploadFileAsync(Stream("x"), "notes.txt", FileUploadPurpose.Assistants);
        var all = await files.GetFilesAsync(FilePurpose.Assistants);
        all.Value.Select(found => found.Id).ShouldBe([file.Id]);
        (await files.DeleteFileAsync(file.Id)).Value.Deleted.ShouldBeTrue();
        var gone = await Should.ThrowAsync<ClientResultException>(() => files.GetFileAsync(file.Id));
        gone.Status.ShouldBe(404);
    }

    private OpenAIClientOptions Options() => new() { Endpoint = BaseAddress, RetryPolicy = new ClientRetryPolicy(0) };

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
