using FineTune.Core.Findings;

namespace FineTune.Core.Reporting;

/// <summary>MSBuild's canonical line, which builds and editors read.</summary>
internal static class CanonicalLine
{
    /// <summary><c>path(line,col,endLine,endCol): severity CODE: message</c>.</summary>
    /// <param name="path">The file as it is shown.</param>
    /// <param name="severity">The severity that counts.</param>
    /// <param name="finding">The finding.</param>
    public static string Of(string path, Severity severity, Finding finding)
    {
        var (start, end) = finding.Range;
        return $"{path}({start.Line},{start.Column},{end.Line},{end.Column}): {severity.Name()} {finding.Code}: {finding.Message}\n";
    }
}
