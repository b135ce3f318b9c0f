using System.Buffers.Text;
using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>The address of an image: http(s), or a data URL that holds the image itself.</summary>
internal static class ImageAddress
{
    /// <summary>What is wrong with an address; null where nothing is.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> address, Profile profile)
    {
        if (address.StartsWith("data:"u8))
        {
            return FaultOfData(address["data:"u8.Length..], profile);
        }
        if (!address.StartsWith("http://"u8) && !address.StartsWith("https://"u8))
        {
            var shown = SafeText.Quote(Encoding.UTF8.GetString(address[..Math.Min(address.Length, 200)]));
            return $"the image's url is {shown}; it must be {(profile.Images.Addresses ? "an http(s) address or " : "")}a data URL";
        }
        return profile.Images.Addresses
            ? Uri.TryCreate(Encoding.UTF8.GetString(address), UriKind.Absolute, out _) ? null : "the image's url is no valid address"
            : $"the image is an http address; {profile.Title} takes only images that are in the data, as data URLs";
    }

    /// <summary>Bytes of the image in a data URL; -1 for an address.</summary>
    public static long BytesOf(ReadOnlySpan<byte> address)
    {
        var comma = address.IndexOf((byte)',');
        if (!address.StartsWith("data:"u8) || comma < 0)
        {
            return -1;
        }
        var payload = address[(comma + 1)..].TrimEnd((byte)'=');
        return payload.Length * 3L / 4;
    }

    private static string? FaultOfData(ReadOnlySpan<byte> data, Profile profile)
    {
        var comma = data.IndexOf((byte)',');
        if (comma < 0)
        {
            return "the data URL has no comma between its type and its data";
        }
        var header = Encoding.UTF8.GetString(data[..Math.Min(comma, 200)]);
        if (!header.EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return $"the data URL says {SafeText.Quote(header)}; it must end in \";base64\"";
        }
        var type = header[..^";base64".Length].ToLowerInvariant();
        if (!profile.Images.MediaTypes.Contains(type) && type != "image/jpg")
        {
            return $"the image's type is {SafeText.Quote(type)}; {profile.Title} takes {InWords.Or(profile.Images.MediaTypes)}";
        }
        return FaultOfPayload(data[(comma + 1)..], type is "image/jpg" ? "image/jpeg" : type);
    }

    private static string? FaultOfPayload(ReadOnlySpan<byte> payload, string type)
    {
        if (!Base64.IsValid(payload, out var length))
        {
            return "the image's data is not Base64";
        }
        if (length == 0)
        {
            return "the data URL holds no image";
        }
        // The kind shows in the first bytes: 32 characters are 24 bytes of them.
        Span<byte> start = stackalloc byte[24];
        Base64.DecodeFromUtf8(payload[..Math.Min(32, payload.Length / 4 * 4)], start, out _, out var written, isFinalBlock: false);
        var kind = ImageKind.Of(start[..written]);
        return kind == type ? null
            : kind is null ? $"the data is no image: its first bytes are not those of {type["image/".Length..].ToUpperInvariant()}"
            : $"the data URL says {type}, but the data is {kind}";
    }
}
