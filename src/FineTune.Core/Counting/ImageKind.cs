namespace FineTune.Core.Counting;

/// <summary>Tells an image's media type by its first bytes.</summary>
internal static class ImageKind
{
    /// <summary>The media type; null for what is no image that hosts know.</summary>
    public static string? Of(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
        _ when start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8) => "image/webp",
        _ when start.StartsWith("GIF8"u8) => "image/gif",
        _ when start.StartsWith("BM"u8) => "image/bmp",
        _ => null,
    };
}
