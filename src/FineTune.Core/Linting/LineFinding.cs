using FineTune.Core.Findings;

namespace FineTune.Core.Linting;

/// <summary>A finding in a file that is being read.</summary>
internal sealed record LineFinding(Rule Rule, Severity Severity, TextRange Range, string Message, string? Example);
