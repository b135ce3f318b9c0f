using System.Text.Json.Nodes;
using FineTune.Emulator.Files;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Uploads;

/// <summary>An upload and its parts as the API shows them.</summary>
internal static class UploadJson
{
    private const long LifeSeconds = 3600;

    /// <summary><c>pending</c>, <c>completed</c>, <c>cancelled</c> or <c>expired</c>, an hour after its creation.</summary>
    public static string Status(StoredUpload upload, long now) =>
        upload.FileId is not null ? "completed"
        : upload.Cancelled ? "cancelled"
        : now >= upload.CreatedAt + LifeSeconds * 1000 ? "expired"
        : "pending";

    public static JsonObject Of(StoredUpload upload, StoredFile? file, long now)
    {
        var json = new JsonObject
        {
            ["id"] = upload.Id,
            ["object"] = "upload",
            ["bytes"] = upload.Bytes,
            ["created_at"] = upload.CreatedAt / 1000,
            ["filename"] = upload.FileName,
            ["purpose"] = upload.Purpose,
            ["status"] = Status(upload, now),
            ["expires_at"] = upload.CreatedAt / 1000 + LifeSeconds,
        };
        if (file is not null)
        {
            json["file"] = FileJson.Of(file);
        }
        return json;
    }

    public static JsonObject Of(StoredPart part, string uploadId) => new()
    {
        ["id"] = part.Id,
        ["object"] = "upload.part",
        ["created_at"] = part.CreatedAt / 1000,
        ["upload_id"] = uploadId,
    };
}
