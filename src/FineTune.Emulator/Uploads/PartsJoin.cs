using System.Security.Cryptography;

namespace FineTune.Emulator.Uploads;

/// <summary>Joins the parts of an upload to one file.</summary>
internal static class PartsJoin
{
    /// <summary>Writes the parts one after the other; the MD5 of the whole, lower-case hex, which the API asks for.</summary>
    public static async Task<string> WriteAsync(IReadOnlyList<string> parts, string target, CancellationToken cancellation)
    {
#pragma warning disable CA5351 // MD5 is what the API takes as a checksum; nothing is protected by it.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        await using var output = File.Create(target);
        var chunk = new byte[80 * 1024];
        foreach (var part in parts)
        {
            await using var input = File.OpenRead(part);
            int read;
            while ((read = await input.ReadAsync(chunk, cancellation)) > 0)
            {
                hash.AppendData(chunk, 0, read);
                await output.WriteAsync(chunk.AsMemory(0, read), cancellation);
            }
        }
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
