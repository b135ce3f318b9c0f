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
        var pending = Pending(call);
        if (pending.Value is not { } upload)
        {
            return pending.Refusal!;
        }
        if (PartsOf(upload, body.Value) is not { } parts)
        {
            return Refusal.BadRequest("Invalid 'part_ids': every ID must be a part of this upload, in order, each once.", "part_ids", "invalid_value");
        }
        var path = state.Contents.NewTemporaryPath();
        var digest = await PartsJoin.WriteAsync([.. parts.Select(part => state.Contents.PathOf(part.Id))], path, call.Cancellation);
        if (Mismatch(upload, parts, body.Value, digest) is { } mismatch)
        {
            File.Delete(path);
            return mismatch;
        }
        var file = files.Keep(path, upload.FileName, upload.Purpose, upload.Bytes, upload.KeepSeconds);
        return End(upload, current => current with { FileId = file.Id, Parts = [] });
    }

    public Task<Answer> CancelAsync(Call call)
    {
        var pending = Pending(call);
        return Task.FromResult(pending.Value is { } upload
            ? End(upload, current => current with { Cancelled = true, Parts = [] })
            : pending.Refusal!);
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

    private static List<StoredPart>? PartsOf(StoredUpload upload, JsonElement body)
    {
        if (!body.TryGetProperty("part_ids", out var ids) || ids.ValueKind != JsonValueKind.Array || ids.GetArrayLength() == 0)
        {
            return null;
        }
        var parts = ids.EnumerateArray()
            .Select(id => id.ValueKind == JsonValueKind.String ? upload.Parts.FirstOrDefault(part => part.Id == id.GetString()) : null)
            .ToList();
        return parts.Contains(null) || parts.Distinct().Count() != parts.Count ? null : [.. parts.OfType<StoredPart>()];
    }

    private static JsonAnswer? Mismatch(StoredUpload upload, List<StoredPart> parts, JsonElement body, string digest)
    {
        var bytes = parts.Sum(part => part.Bytes);
        if (bytes != upload.Bytes)
        {
            return Refusal.BadRequest($"The parts have {bytes} bytes, but the upload was announced with {upload.Bytes} bytes.", "bytes", "invalid_value");
        }
        return body.TryGetProperty("md5", out var md5) && md5.ValueKind != JsonValueKind.Null
            && !(md5.ValueKind == JsonValueKind.String && digest.Equals(md5.GetString(), StringComparison.OrdinalIgnoreCase))
                ? Refusal.BadRequest("The md5 checksum does not match the uploaded parts.", "md5", "invalid_value")
                : null;
    }
}
