using FineTune.Core.Findings;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Orders;

/// <summary>What came of releasing one model.</summary>
internal sealed record ReleaseOutcome
{
    /// <summary>How it ended.</summary>
    public required ReleaseEnd End { get; init; }

    /// <summary>One line for people: what happened and, where there is something to do, what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Exit code of the tool.</summary>
    public int ExitCode { get; init; }

    /// <summary>The FT code of an error; null where there is none.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Lines of the data that the host complained about.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>An error of the outside world as an outcome.</summary>
    public static ReleaseOutcome Of(ReleaseError error) => new()
    {
        End = ReleaseEnd.Stopped,
        Message = error.Message,
        Rule = error.Rule,
        ExitCode = error.ExitCode,
    };
}
