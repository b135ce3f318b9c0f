using System.Text.Json;
using FineTune.Emulator.Files;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Uploads;

/// <summary>What a client wants to upload in parts.</summary>
internal sealed record NewUpload(string FileName, string Purpose, long Bytes, long? KeepSeconds)
{
    private static readonly IReadOnlyDictionary<string, Parameter> Known = ParameterCheck.Table(
        Parameter.Text("filename"), Parameter.Text("purpose"), Parameter.Any("bytes"), Parameter.Text("mime_type"), Parameter.Any("expires_after"));

    public static Outcome<NewUpload> Read(JsonElement body, long mostBytes)
    {
        if (ParameterCheck.Find(body, Known) is { } unknown)
        {
            return unknown;
        }
        if (Text(body, "filename") is not { Length: > 0 and <= 255 } name)
        {
            return Refusal.BadRequest("'filename' is a required property", "filename");
        }
        if (Text(body, "mime_type") is not { Length: > 0 })
        {
            return Refusal.BadRequest("'mime_type' is a required property", "mime_type");
        }
        if (!body.TryGetProperty("bytes", out var size) || size.ValueKind != JsonValueKind.Number || !size.TryGetInt64(out var bytes) || bytes < 1 || bytes > mostBytes)
        {
            return Refusal.BadRequest($"Invalid 'bytes': must be a whole number from 1 to {mostBytes}.", "bytes", "invalid_value");
        }
        var purpose = Text(body, "purpose");
        var keep = FileExpiry.Read(body);
        return FilePurpose.Check(purpose, name) is { } refusal ? new Outcome<NewUpload>(null, refusal)
            : keep.Refusal is { } wrong ? new Outcome<NewUpload>(null, wrong)
            : new NewUpload(name.Split('/', '\\')[^1], purpose!, bytes, keep.Value);
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
