using System.Security.Cryptography;

namespace FineTune.Providers.OpenAI;

/// <summary>Whether bytes that come from a host are the expected ones; reads no more of them than those.</summary>
internal static class ContentCheck
{
    private const int BufferSize = 81920;

    public static async Task<bool> HoldsAsync(Stream content, string sha256, long bytes, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var left = bytes;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            left -= read;
            if (left < 0)
            {
                return false;
            }
            hash.AppendData(buffer, 0, read);
        }
        return left == 0 && Convert.ToHexString(hash.GetHashAndReset()).Equals(sha256, StringComparison.OrdinalIgnoreCase);
    }
}
