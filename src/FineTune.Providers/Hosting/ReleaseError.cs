using FineTune.Core.Findings;

namespace FineTune.Providers.Hosting;

/// <summary>
/// The outside world said no. The only exception that leaves this project, besides cancellation: it has no inner exception,
/// so that no header, key or answer of a server can travel in one.
/// </summary>
internal sealed class ReleaseError : Exception
{
    /// <summary>An error of a rule; the message is made safe to print.</summary>
    /// <param name="rule">The FT code.</param>
    /// <param name="message">What is wrong and what would be right, one line.</param>
    /// <param name="exitCode">Exit code of the tool.</param>
    public ReleaseError(Rule rule, string message, int exitCode = Core.Findings.ExitCode.Refused)
        : base(SafeText.Clean(message))
    {
        Rule = rule;
        ExitCode = exitCode;
    }

    /// <summary>The FT code.</summary>
    public Rule Rule { get; }

    /// <summary>Exit code of the tool.</summary>
    public int ExitCode { get; }

    /// <summary>Whether the provider may have done what was asked all the same: only a look at it can tell.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>Whether the same call may go well a little later.</summary>
    public bool Passing { get; init; }

    /// <summary>How long the provider asks to wait; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HTTP status of the answer; null without one.</summary>
    public int? Status { get; init; }
}
