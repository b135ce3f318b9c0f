namespace FineTune.Core.Findings;

/// <summary>How much a finding weighs: <see cref="Error"/> fails a build, <see cref="None"/> is not reported.</summary>
public enum Severity
{
    /// <summary>The rule is off.</summary>
    None,

    /// <summary>Worth knowing; never fails anything.</summary>
    Info,

    /// <summary>Likely a mistake; fails only where warnings are treated as errors.</summary>
    Warning,

    /// <summary>Certainly a mistake; fails the build and stops a release.</summary>
    Error,
}
