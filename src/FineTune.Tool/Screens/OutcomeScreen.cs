using FineTune.Core.Findings;
using FineTune.Providers.Releasing.Orders;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Says what came of each model.</summary>
internal sealed class OutcomeScreen(Invocation call)
{
    // The worst first: what the exit code tells when models end in different ways.
    private static readonly int[] Order = [ExitCode.Interrupted, ExitCode.Usage, ExitCode.Refused, ExitCode.Gate, ExitCode.Failed, ExitCode.Pending];

    /// <summary>Shows them.</summary>
    /// <returns>The exit code.</returns>
    public int Write(IReadOnlyList<ReleaseOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            Write(outcome);
        }
        return Array.Find(Order, code => outcomes.Any(outcome => outcome.ExitCode == code));
    }

    private void Write(ReleaseOutcome outcome)
    {
        var ink = call.Ink;
        if (outcome.Findings.Count > 0)
        {
            FindingScreen.Write(call, outcome.Findings, summary: false);
        }
        if (outcome.Rule is { } rule)
        {
            call.Fail(rule, outcome.Message!);
            return;
        }
        var mark = outcome.End switch
        {
            ReleaseEnd.Released or ReleaseEnd.UpToDate => ink.Green("✓"),
            ReleaseEnd.Started or ReleaseEnd.StillRunning => ink.Blue("…"),
            _ => ink.Yellow("-"),
        };
        call.Text.Write($"{mark} {outcome.Message}\n");
    }
}
