using System.Security.Cryptography;

namespace FineTune.Core.Lockfile.Reading;

/// <summary>The ID by which files and jobs at a provider are known as a project's own.</summary>
internal static class ProjectId
{
    /// <summary>What an ID is.</summary>
    internal const string InWords = "32 lower-case hex digits";

    private const int Length = 32;

    /// <summary>A random ID: 32 lower-case hex digits.</summary>
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(Length / 2)).ToLowerInvariant();

    /// <summary>Whether a text is such an ID.</summary>
    internal static bool Is(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
