using System.Security.Cryptography;
using System.Text;

namespace FineTune.Emulator.State;

/// <summary>IDs in the provider's form.</summary>
internal static class Identifier
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A random ID.</summary>
    public static string New(string prefix, int length) => prefix + RandomNumberGenerator.GetString(Letters, length);

    /// <summary>The same ID for the same text, at most 32 characters after the prefix.</summary>
    public static string Derive(string prefix, int length, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(prefix + "\n" + text));
        return prefix + string.Create(length, hash, static (span, bytes) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Letters[bytes[i] % Letters.Length];
            }
        });
    }

    /// <summary>Whether a text can be an ID of ours, and so the name of a file.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
