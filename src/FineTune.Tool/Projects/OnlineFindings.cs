using FineTune.Core.Findings;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Projects;

/// <summary>What providers say of the lock's current versions.</summary>
internal static class OnlineFindings
{
    private const int DaysOfNotice = 180;

    private static readonly Rule s_gone = new("FT7008", "model-gone", Severity.Error, "The provider no longer knows the model");
    private static readonly Rule s_ending = new("FT7005", "base-model-deprecated", Severity.Warning, "The model ends soon");

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
                call.Fail($"{problem.Rule.Code} {check.Model}: {problem.Message}");
            }
            else if (check.Exists == false)
            {
                findings.Add(Finding.Of(s_gone, work.Lock.Path, at, $"{check.Model} is at version {check.Version.Number}, and the provider no longer knows {SafeText.Quote(check.Version.Model)}"));
            }
            else if (check.ShutDown is { } day && day.DayNumber - today.DayNumber <= DaysOfNotice)
            {
                findings.Add(Finding.Of(s_ending, work.Lock.Path, at, $"{check.Model} stops answering on {day:yyyy-MM-dd}"));
            }
        }
        return (findings, unanswered);
    }
}
