using System.Globalization;
using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Identity;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Lines that a host names in the message of a failed job, as findings in the files of the repository.</summary>
internal static partial class FailureLines
{
    private const int MostLines = 50;

    /// <summary>The findings; none where the host names no line.</summary>
    public static IReadOnlyList<Finding> Of(JobError error, ReleaseOrder order)
    {
        var validation = error.Parameter == "validation_file" || (error.Parameter is null && error.Message.Contains("validation file", StringComparison.OrdinalIgnoreCase));
        if ((validation ? order.Validation : order.Training) is not { } data)
        {
            return [];
        }
        return Numbers(error.Message)
            .Distinct()
            .Take(MostLines)
            .Select(line => data.Content.Locate(line))
            .OfType<SourceLine>()
            .Select(place => Finding.Of(ReleaseRules.JobFailed, place.Source.FullPath, Line((int)place.Line), $"the provider refused this line: {error.Message}"))
            .ToList();
    }

    private static IEnumerable<long> Numbers(string message) =>
        from Match match in Pattern().Matches(message)
        from Capture number in match.Groups["number"].Captures
        where long.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
        select long.Parse(number.Value, CultureInfo.InvariantCulture);

    private static TextRange Line(int line) => new(new TextPosition(line, 1), new TextPosition(line, 1));

    // "Example 100, message 2 …", "line 12", "Flagged lines: 4, 13, 14 …"
    [GeneratedRegex(@"\b(?:example|line)s?:?\s+(?<number>\d{1,12})(?:\s*(?:,|and)\s*(?<number>\d{1,12})\b)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
