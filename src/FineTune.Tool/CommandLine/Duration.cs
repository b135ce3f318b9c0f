using System.Globalization;
using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>Lengths of time as people write them: <c>90m</c>, <c>5h30m</c>, <c>45s</c>.</summary>
internal static partial class Duration
{
    /// <summary>Reads one.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        var match = Pattern().Match(text);
        return match.Success && text.Length > 0
            ? new TimeSpan(Part("d"), Part("h"), Part("m"), Part("s"))
            : throw new UsageException($"{option} is {SafeText.Quote(text)}; it must be a time such as 45s, 90m or 5h30m");

        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^((?<d>\d{1,4})d)?((?<h>\d{1,5})h)?((?<m>\d{1,6})m)?((?<s>\d{1,7})s)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
