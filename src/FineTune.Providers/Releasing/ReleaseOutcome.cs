using FineTune.Core.Findings;
using FineTune.Core.Lockfile;

namespace FineTune.Providers.Releasing;

/// <summary>What came of releasing one model.</summary>
internal sealed record ReleaseOutcome
{
    /// <summary>The model's name in the manifest.</summary>
    public required string Model { get; init; }

    /// <summary>How it ended.</summary>
    public required ReleaseEnd End { get; init; }

    /// <summary>One line for people: what happened and, where there is something to do, what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Exit code of the tool.</summary>
    public int ExitCode { get; init; }

    /// <summary>The FT code of an error; null where there is none.</summary>
    public Rule? Rule { get; init; }

    /// <summary>The version that the lock has for it now; null without one.</summary>
    public LockedVersion? Version { get; init; }

    /// <summary>The attempt as the lock has it now; null without one.</summary>
    public Attempt? Attempt { get; init; }

    /// <summary>Lines of the data that the host complained about.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether a job of an earlier or another run was taken over instead of creating one.</summary>
    public bool Adopted { get; init; }

    /// <summary>An error of the outside world as an outcome.</summary>
    public static ReleaseOutcome Of(string model, ReleaseError error) => new()
    {
        Model = model,
        End = ReleaseEnd.Stopped,
        Message = error.Message,
        Rule = error.Rule,
        ExitCode = error.ExitCode,
    };
}
