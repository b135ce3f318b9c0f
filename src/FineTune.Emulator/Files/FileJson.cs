using System.Text.Json.Nodes;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Files;

/// <summary>A file as the API shows it.</summary>
internal static class FileJson
{
    public static JsonObject Of(StoredFile file)
    {
        var json = new JsonObject
        {
            ["object"] = "file",
            ["id"] = file.Id,
            ["purpose"] = file.Purpose,
            ["filename"] = file.FileName,
            ["bytes"] = file.Bytes,
            ["created_at"] = file.CreatedAt / 1000,
            ["status"] = "processed",
        };
        if (file.ExpiresAt is { } expires)
        {
            json["expires_at"] = expires / 1000;
        }
        return json;
    }
}
