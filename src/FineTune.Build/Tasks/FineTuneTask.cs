using FineTune.Core.Building;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace FineTune.Build.Tasks;

/// <summary>What the tasks share: they can be cancelled, take absolute paths only, and turn a bug into FT9003.</summary>
public abstract class FineTuneTask : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource source = new();
    private DateOnly today;
    private bool failsSilently;

    /// <summary>Absolute path of the manifest.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>Absolute path of the lock that the constants come from; the file may be missing.</summary>
    [Required]
    public string Lock { get; set; } = "";

    /// <summary>Absolute path of the project's own folder for intermediate files.</summary>
    [Required]
    public string IntermediateFolder { get; set; } = "";

    /// <summary>Absolute path of the project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Absolute path of the project file; where faults without a file are reported.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Warnings count as errors.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>Codes that stay warnings with <see cref="TreatWarningsAsErrors"/>, separated by <c>;</c> or <c>,</c>: what NoWarn and WarningsNotAsErrors name.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>FT7006 counts as an error.</summary>
    public bool LifecycleAsErrors { get; set; }

    /// <summary>The day that lifecycle dates are judged by, as yyyy-MM-dd; empty for the clock's.</summary>
    public string? Today { get; set; }

    /// <summary>Everything that the answer depends on and that is no file, put together by the targets, which ask by it whether the task is needed at all; empty where they do not.</summary>
    public string? Settings { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (TodayText.Read(Today, TimeProvider.System) is not { } day)
        {
            Fail(ToolRules.VariableInvalid, TodayText.Fault);
            return false;
        }
        today = day;
        try
        {
            Run(source.Token);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            Log.LogMessage(MessageImportance.Normal, "cancelled");
            return false;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Fail(ToolRules.InternalError, InternalError.Describe(e));
            Log.LogMessage(MessageImportance.Low, "{0}", e);
        }
        return !Log.HasLoggedErrors && !failsSilently;
    }

    /// <inheritdoc/>
    public void Cancel() => source.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        source.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does the work; faults of the user go to the log, exceptions are ours.</summary>
    private protected abstract void Run(CancellationToken cancellation);

    /// <summary>The project, as the library knows it.</summary>
    private protected BuiltProject Project() => new()
    {
        Manifest = Manifest,
        Lock = Lock,
        Folder = ProjectDirectory,
        IntermediateFolder = IntermediateFolder,
        LifecycleAsErrors = LifecycleAsErrors,
        Today = today,
    };

    /// <summary>The one door for findings.</summary>
    private protected void Report(BuildFindings found)
    {
        new FindingLog(Log, ProjectDirectory, new(TreatWarningsAsErrors, WarningsNotAsErrors)).Add(found.Findings);
        Log.LogMessage(MessageImportance.Low, "{0}", found.Summary);
    }

    /// <summary>Finds and reports once in a build: in a graph build each target framework asks for the outer project's result anew.</summary>
    private protected void ReportOnce(Func<BuildFindings> find)
    {
        var key = $"{GetType().Name}|{ProjectFile}|{Manifest}";
        if (OncePerBuild.Find(BuildEngine, key) is not { } before)
        {
            Report(find());
            OncePerBuild.Register(BuildEngine, key, new(Log.HasLoggedErrors));
            return;
        }
        Log.LogMessage(MessageImportance.Low, "reported before in this build");
        if (before.Failed)
        {
            FailSilently();
        }
    }

    private void Fail(Rule rule, string message) => Log.LogError(null, rule.Code, null, ProjectFile, 0, 0, 0, 0, "{0}", message);

    private void FailSilently()
    {
        failsSilently = true;
        if (BuildEngine is IBuildEngine7 engine)
        {
            engine.AllowFailureWithoutError = true;
        }
    }
}
