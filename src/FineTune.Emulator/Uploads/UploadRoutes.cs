using System.Collections.Concurrent;
using System.Text.Json;
using FineTune.Emulator.Files;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Uploads;

/// <summary>The Uploads API: a large file in parts.</summary>
internal sealed class UploadRoutes(EmulatorState state, FileRoutes files)
{
    private const long MostBytes = 8L * 1024 * 1024 * 1024;
    private const long MostPartBytes = 64L * 1024 * 1024;

    private static readonly IReadOnlyDictionary<string, Parameter> OfComplete = ParameterCheck.Table(Parameter.Any("part_ids"), Parameter.Any("md5"));

    private readonly ConcurrentDictionary<string, bool> joining = new(StringComparer.Ordinal);

    public async Task<Answer> CreateAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        var read = NewUpload.Read(body.Value, MostBytes);
        if (read.Value is not { } asked)
        {
            return read.Refusal!;
        }
        var upload = state.Uploads.Add(sequence => new StoredUpload
        {
            Id = Identifier.New("upload_", 32),
            Sequence = sequence,
            CreatedAt = state.Clock.Now,
            FileName = asked.FileName,
            Purpose = asked.Purpose,
            Bytes = asked.Bytes,
            KeepSeconds = asked.KeepSeconds,
        });
        return Shown(upload);
    }

    public async Task<Answer> AddPartAsync(Call call)
    {
        var pending = Pending(call);
        if (pending.Value is not { } upload)
        {
            return pending.Refusal!;
        }
        var received = await MultipartFile.ReceiveAsync(call, "data", state.Contents, MostPartBytes);
        if (received.Value is not { } form)
        {
            return received.Refusal!;
        }
        using (form)
        {
            if (form.Fields.Keys.FirstOrDefault() is { } unknown)
            {
                return ParameterRefusal.Unknown(unknown);
            }
            var part = new StoredPart(Identifier.New("part_", 32), state.Clock.Now, form.Bytes);
            state.Contents.Keep(form.TemporaryPath, part.Id);
            state.Uploads.Change(upload.Id, current => current with { Parts = [.. current.Parts, part] });
            return JsonAnswer.Ok(UploadJson.Of(part, upload.Id));
        }
    }

    public async Task<Answer> CompleteAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        if (ParameterCheck.Find(body.Value, OfComplete) is { } unknown)
        {
            return unknown;
        }
        if (!joining.TryAdd(call.Route("id"), true))
        {
            return Refusal.Of(StatusCodes.Status409Conflict, "Upload is being completed by another request.", "id");
        }
        try
        {
            return await JoinAsync(call, body.Value);
        }
        finally
        {
            joining.TryRemove(call.Route("id"), out _);
        }
    }

    public Task<Answer> CancelAsync(Call call)
    {
        var pending = Pending(call);
        return Task.FromResult(pending.Value is { } upload
            ? End(upload, current => current with { Cancelled = true, Parts = [] })
            : pending.Refusal!);
    }

    private async Task<Answer> JoinAsync(Call call, JsonElement body)
    {
        var pending = Pending(call);
        if (pending.Value is not { } upload)
        {
            return pending.Refusal!;
        }
        if (Completion.PartsOf(upload, body) is not { } parts)
        {
            return Refusal.BadRequest("Invalid 'part_ids': every ID must be a part of this upload, in order, each once.", "part_ids", "invalid_value");
        }
        var path = state.Contents.NewTemporaryPath();
        var digest = await PartsJoin.WriteAsync([.. parts.Select(part => state.Contents.PathOf(part.Id))], path, call.Cancellation);
        if (Completion.Mismatch(upload, parts, body, digest) is { } mismatch)
        {
            File.Delete(path);
            return mismatch;
        }
        // The ID follows from the upload's: who is killed here and completes again makes the same file, not a second one.
        var file = files.Keep(Identifier.Derive(FileRoutes.IdPrefix, FileRoutes.IdLength, upload.Id), path, upload.FileName, upload.Purpose, upload.Bytes, upload.KeepSeconds);
        return End(upload, current => current with { FileId = file.Id, Parts = [] });
    }

    private JsonAnswer End(StoredUpload upload, Func<StoredUpload, StoredUpload> change)
    {
        var ended = state.Uploads.Change(upload.Id, change)!;
        foreach (var part in upload.Parts)
        {
            state.Contents.Delete(part.Id);
        }
        return Shown(ended);
    }

    private JsonAnswer Shown(StoredUpload upload) => JsonAnswer.Ok(UploadJson.Of(upload, state.Files.Find(upload.FileId), state.Clock.Now));

    private Outcome<StoredUpload> Pending(Call call)
    {
        if (state.Uploads.Find(call.Route("id")) is not { } upload)
        {
            return Refusal.NotFound("No such Upload object.", "id");
        }
        var status = UploadJson.Status(upload, state.Clock.Now);
        return status == "pending" ? upload : Refusal.BadRequest($"Upload is {status} and takes no more changes.", "id", "invalid_upload_status");
    }
}
