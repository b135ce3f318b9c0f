using System.CommandLine;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Suppressing;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>The options <c>--baseline</c> and <c>--update-baseline</c>.</summary>
internal sealed class BaselineOptions
{
    private readonly Option<string?> file = new("--baseline") { Description = "A file with old findings that do not count (default: the manifest's)", HelpName = "FILE" };
    private readonly Option<bool> update = new("--update-baseline") { Description = "Writes what is found to the baseline: from now on only new findings count" };

    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(update);
    }

    public bool IsUpdate(Invocation call) => call.Get(update);

    /// <summary>Absolute path of the file that the command line names; null for none.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
    public string? PathOf(Invocation call)
    {
        if (call.Get(file) is not { } name)
        {
            return null;
        }
        var path = call.Resolve(name);
        return File.Exists(path) || IsUpdate(call) ? path : throw new UsageException($"{call.Show(path)} is not there; --update-baseline writes it");
    }

    /// <summary>Writes the findings to the baseline if that was asked for, and leaves them out of the report.</summary>
    /// <exception cref="UsageException">No baseline is named, or it can't be written.</exception>
    public LintReport Update(Invocation call, LintReport report)
    {
        if (!IsUpdate(call))
        {
            return report;
        }
        var path = PathOf(call) ?? report.Manifest?.Lint.Baseline
            ?? throw new UsageException("--update-baseline needs --baseline FILE, or lint.baseline in the manifest");
        try
        {
            var (updated, fault) = Baseline.Update(path, report, call.AllowedOutside);
            if (updated is null)
            {
                throw new UsageException($"{call.Show(path)}: {fault}");
            }
            call.Say($"wrote {call.Show(path)}: {Amount.Of(updated.Suppressed - report.Suppressed, "finding")} will not count any more");
            return updated;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{call.Show(path)} can't be written: {IOFault.Describe(e)}");
        }
    }

    /// <summary>Says how much of the baseline is over.</summary>
    public static void Tell(Invocation call, LintReport report)
    {
        if (report is { StaleBaselineEntries: > 0 and var over, BaselinePath: { } path })
        {
            call.Say($"{Amount.Of(over, "entry", "entries")} of {call.Show(path)} match{(over == 1 ? "es" : "")} nothing any more; finetune lint --update-baseline drops them");
        }
    }
}
