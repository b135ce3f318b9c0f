using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Releasing;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Projects;

/// <summary>What providers say of the lock's current versions.</summary>
internal static class OnlineFindings
{
    /// <summary>Asks them.</summary>
    /// <returns>What was found, and how many models could not be asked about.</returns>
    public static async Task<(IReadOnlyList<Finding> Findings, int Unanswered)> AskAsync(Invocation call, Checked work, CancellationToken cancellation)
    {
        await using var hosts = Hosts.Of(call, work.Project);
        using var operations = Hosts.Operations(call, work.Project, hosts, new PlainProgress(call));
        var (findings, unanswered) = (new List<Finding>(), 0);
        var today = call.Surroundings.Today();
        foreach (var check in await operations.VerifyOnlineAsync(cancellation))
        {
            var at = work.Lock.ModelRanges.GetValueOrDefault(check.Model, TextRange.FileStart);
            if (check.Problem is { } problem)
            {
                unanswered++;
                call.Fail(problem.Rule, $"{check.Model}: {problem.Message}");
            }
            else
            {
                if (check.IdleUntil is { } day)
                {
                    call.Say($"{check.Model}: its deployment {check.Version.Deployment} is deleted when nobody calls it for long, on {day:yyyy-MM-dd} at the earliest");
                }
                findings.AddRange(Judge(check, today).Select(finding => Finding.Of(finding.Rule, work.Lock.Path, at, finding.Message) with { Severity = finding.Severity }));
            }
        }
        return (findings, unanswered);
    }

    private static IEnumerable<(Rule Rule, Severity Severity, string Message)> Judge(OnlineCheck check, DateOnly today)
    {
        var model = SafeText.Clean(check.Model);
        if (check.Exists == false)
        {
            yield return (LifecycleRules.Gone, Severity.Error, $"{model} is at version {check.Version.Number}, and the provider no longer knows {SafeText.Quote(check.Version.Model)}");
        }
        if (check.Fault is { } fault)
        {
            yield return (LifecycleRules.Gone, Severity.Error, $"{model} is at version {check.Version.Number}, and {fault}");
        }
        if (check.TrainingEnds is { } last && BaseModelLife.IsSoon(last, today))
        {
            yield return today > last
                ? (LifecycleRules.ShutDown, Severity.Error, $"the provider takes no new jobs for the base of {model} since {last:yyyy-MM-dd}")
                : (LifecycleRules.Deprecated, Severity.Warning, $"the provider takes no new jobs for the base of {model} after {last:yyyy-MM-dd}");
        }
        if (check.ShutDown is { } day && BaseModelLife.IsSoon(day, today))
        {
            yield return today >= day
                ? (LifecycleRules.ShutDown, Severity.Error, $"{model} was shut down on {day:yyyy-MM-dd}, the provider says")
                : (LifecycleRules.Deprecated, Severity.Warning, $"{model} stops answering on {day:yyyy-MM-dd}, the provider says");
        }
    }
}
