using System.Text.Json.Nodes;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Files;

/// <summary>The Files API.</summary>
internal sealed class FileRoutes(EmulatorState state)
{
    public const string IdPrefix = "file-";
    public const int IdLength = 22;

    private const long MostBytes = 512L * 1024 * 1024;

    private static readonly string[] Fields = ["purpose", "expires_after[anchor]", "expires_after[seconds]"];

    private static readonly string[] Orders = ["asc", "desc"];

    public async Task<Answer> CreateAsync(Call call)
    {
        var received = await MultipartFile.ReceiveAsync(call, "file", state.Contents, MostBytes);
        if (received.Value is not { } form)
        {
            return received.Refusal!;
        }
        using (form)
        {
            var purpose = form.Fields.GetValueOrDefault("purpose");
            var keep = FileExpiry.Read(form.Fields);
            if (form.Fields.Keys.FirstOrDefault(name => !Fields.Contains(name)) is { } unknown)
            {
                return ParameterRefusal.Unknown(unknown);
            }
            return FilePurpose.Check(purpose, form.FileName) is { } refusal ? refusal
                : keep.Refusal ?? JsonAnswer.Ok(FileJson.Of(Keep(Identifier.New(IdPrefix, IdLength), form.TemporaryPath, form.FileName, purpose!, form.Bytes, keep.Value)));
        }
    }

    public Task<Answer> ListAsync(Call call)
    {
        if (call.Query("order") is { } order && !Orders.Contains(order))
        {
            return Task.FromResult(ParameterRefusal.WrongValue("order", order, Orders));
        }
        var purpose = call.Query("purpose");
        var files = Known().Where(file => purpose is null || file.Purpose == purpose);
        var ordered = call.Query("order") == "asc" ? files : files.Reverse();
        var page = Page<StoredFile>.Cut(call, [.. ordered], file => file.Id, 10_000, 10_000);
        if (page.Value is not { } cut)
        {
            return Task.FromResult(page.Refusal!);
        }
        var json = cut.ToJson(FileJson.Of);
        json["first_id"] = cut.First?.Id ?? "";
        json["last_id"] = cut.Last?.Id ?? "";
        return Task.FromResult<Answer>(JsonAnswer.Ok(json));
    }

    public Task<Answer> GetAsync(Call call) =>
        Task.FromResult<Answer>(Find(call) is { } file ? JsonAnswer.Ok(FileJson.Of(file)) : Missing(call));

    public Task<Answer> ContentAsync(Call call) =>
        Task.FromResult<Answer>(Find(call) is { } file ? new ContentAnswer(state.Contents.PathOf(file.Id)) : Missing(call));

    public Task<Answer> DeleteAsync(Call call)
    {
        if (Find(call) is not { } file || !state.Files.Remove(file.Id))
        {
            return Task.FromResult<Answer>(Missing(call));
        }
        // A tuned model answers from its training data, whether or not the file is still listed.
        if (!state.Jobs.All().Any(job => job.TrainingFile == file.Id || job.ValidationFile == file.Id))
        {
            state.Contents.Delete(file.Id);
        }
        return Task.FromResult<Answer>(JsonAnswer.Ok(new JsonObject { ["object"] = "file", ["id"] = file.Id, ["deleted"] = true }));
    }

    /// <summary>Makes a file of content that lies under a temporary path.</summary>
    public StoredFile Keep(string id, string temporaryPath, string name, string purpose, long bytes, long? keepSeconds)
    {
        var now = state.Clock.Now;
        state.Contents.Keep(temporaryPath, id);
        return state.Files.Add(sequence => new StoredFile
        {
            Id = id,
            Sequence = sequence,
            CreatedAt = now,
            FileName = name,
            Purpose = purpose,
            Bytes = bytes,
            ExpiresAt = now + keepSeconds * 1000,
        });
    }

    private IEnumerable<StoredFile> Known() => state.Files.All().Where(file => !(file.ExpiresAt <= state.Clock.Now));

    private StoredFile? Find(Call call) =>
        state.Files.Find(call.Route("id")) is { } file && !(file.ExpiresAt <= state.Clock.Now) ? file : null;

    private static JsonAnswer Missing(Call call) => Refusal.NotFound($"No such File object: {Shown(call.Route("id"))}", "id");

    private static string Shown(string id) => id.Length > 100 ? id[..100] : id;
}
