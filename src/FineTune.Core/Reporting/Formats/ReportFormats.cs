using FineTune.Core.Reporting.Frames;

namespace FineTune.Core.Reporting.Formats;

/// <summary>The formats by name.</summary>
public static class ReportFormats
{
    private static readonly IReportFormat[] All =
    [
        new TextFormat(TextStyle.Plain),
        new MSBuildFormat(),
        new GitHubFormat(),
        new AzureFormat(),
        new GitLabFormat(),
        new SarifFormat(),
        new JUnitFormat(),
        new JsonFormat(),
        new MarkdownFormat(),
    ];

    /// <summary>Names, in the order that help shows them.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(All, format => format.Name);

    /// <summary>The format of a name; null for an unknown one.</summary>
    /// <param name="name">For example <c>sarif</c>; case does not matter.</param>
    public static IReportFormat? Find(string name) =>
        Array.Find(All, format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format that a file's ending stands for; text for any that is not known.</summary>
    /// <param name="path">For example <c>lint.sarif</c>.</param>
    public static IReportFormat ForFile(string path) => Find(Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".sarif" => "sarif",
        ".json" => "json",
        ".xml" => "junit",
        ".md" => "markdown",
        _ => "text",
    })!;
}
