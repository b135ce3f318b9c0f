namespace FineTune.Core.Lockfile.Reading;

/// <summary>IDs that a host gave: they go into locks, code, file names and paths of requests.</summary>
internal static class PlainId
{
    /// <summary>Most characters of one.</summary>
    public const int Longest = 256;

    /// <summary>Whether a text is an ID that is harmless everywhere, and no path that climbs.</summary>
    public static bool Is(string text) =>
        text.Length is > 0 and <= Longest
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '.' or '_' or '/' or '-')
        && !text.Split('/').Any(part => part is "." or "..");
}
