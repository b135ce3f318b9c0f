using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Linting;

namespace FineTune.Core.Reporting;

/// <summary>What a format writes down: the report, and the little it must know beside it.</summary>
public sealed record ReportContent
{
    /// <summary>How data that came on stdin is shown.</summary>
    internal const string InputName = "<stdin>";

    /// <summary>What came of linting.</summary>
    public required LintReport Lint { get; init; }

    /// <summary>Absolute path of the folder that paths are shown relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>Absolute path of the file in which data is kept that came on stdin; null where none did.</summary>
    public string? StandardInput { get; init; }

    /// <summary>Finds a rule by its code: formats know findings, not rules. Null for a code that it does not know.</summary>
    public required Func<string, Rule?> FindRule { get; init; }

    /// <summary>Finds a rule's help page, in Markdown, by its code; null where there is none.</summary>
    public Func<string, string?> FindHelp { get; init; } = _ => null;

    /// <summary>Address that a rule's page is found under, without the file name; null while there is no address, and then there is no link.</summary>
    public string? HelpAddress { get; init; }

    /// <summary>Version of the tool, for example <c>0.1.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>What was looked at, as a heading has it: <c>Fine-tuning data</c>.</summary>
    public string Subject { get; init; } = "Fine-tuning data";

    /// <summary>Most bytes that a summary in Markdown may take, from a few hundred on. GitHub refuses one over 1 MiB as a whole.</summary>
    public int SummaryBytes { get; init; } = 900_000;

    /// <summary>Address of the tool's repository; null while there is none.</summary>
    public string? ToolAddress { get; init; }

    /// <summary>How long it took; null to leave it out.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>A file's path relative to <see cref="Folder"/>, with <c>/</c>, safe to print.</summary>
    /// <param name="path">Absolute path.</param>
    public string Show(string path) => SafeText.Clean(Relative(path));

    /// <summary>A file's path relative to <see cref="Folder"/>, with <c>/</c>, as it is; an absolute one where they share no root, and <c>&lt;stdin&gt;</c> for what came there.</summary>
    internal string Relative(string path) => path == StandardInput ? InputName : PathText.Relative(path, Folder);

    /// <summary>Findings with the errors first, otherwise in their order.</summary>
    internal IEnumerable<Finding> ErrorsFirst() => Lint.Findings.OrderByDescending(finding => finding.Severity);
}
