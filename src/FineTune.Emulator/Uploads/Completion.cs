using System.Text.Json;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Uploads;

/// <summary>What a client says of an upload that it wants completed, held against what arrived.</summary>
internal static class Completion
{
    /// <summary>The parts in the order that the client names; null where one is not of this upload or is named twice.</summary>
    public static List<StoredPart>? PartsOf(StoredUpload upload, JsonElement body)
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

    /// <summary>Refuses parts that are not what was announced: another size, or another checksum. Null where they are.</summary>
    public static JsonAnswer? Mismatch(StoredUpload upload, List<StoredPart> parts, JsonElement body, string digest)
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
