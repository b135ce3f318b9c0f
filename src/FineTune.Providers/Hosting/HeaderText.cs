using FineTune.Core.Findings.Rules;

namespace FineTune.Providers.Hosting;

/// <summary>Values from outside that are sent as headers: a line break in one would be a header of somebody else's.</summary>
internal static class HeaderText
{
    /// <summary>The value, if it can stand in a header.</summary>
    /// <param name="value">The value, which is never shown.</param>
    /// <param name="what">What it is and where it comes from.</param>
    /// <exception cref="ReleaseError">FT8001: it can't.</exception>
    public static string Check(string value, string what) => value.All(c => c is > ' ' and < '\u007f')
        ? value
        : throw new ReleaseError(ReleaseRules.Authentication, $"{what} has a space, a line break or a character outside ASCII; it is not sent");
}
