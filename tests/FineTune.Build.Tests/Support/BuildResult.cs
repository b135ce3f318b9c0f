using Microsoft.Build.Logging.StructuredLogger;

namespace FineTune.Build.Tests.Support;

/// <summary>What a build said and did.</summary>
public sealed record BuildResult(int ExitCode, string Output, string Binlog)
{
    private readonly Lazy<Microsoft.Build.Logging.StructuredLogger.Build> log = new(() => BinaryLog.ReadBuild(Binlog));

    /// <summary>Our diagnostics in the binary log, each as often as it was reported.</summary>
    public IReadOnlyList<AbstractDiagnostic> Diagnostics() =>
        [.. log.Value.FindChildrenRecursive<AbstractDiagnostic>(diagnostic => diagnostic.Code?.StartsWith("FT", StringComparison.Ordinal) == true)];

    /// <summary>Every error of the build, ours or not.</summary>
    public IReadOnlyList<Error> Errors() => [.. log.Value.FindChildrenRecursive<Error>(_ => true)];

    /// <summary>How often a code was reported.</summary>
    public int Count(string code) => Diagnostics().Count(diagnostic => diagnostic.Code == code);

    /// <summary>Runs of one of our tasks.</summary>
    public IReadOnlyList<Microsoft.Build.Logging.StructuredLogger.Task> Tasks(string name) =>
        [.. log.Value.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(task => task.Name.EndsWith(name, StringComparison.Ordinal))];

    /// <summary>Whether a task was given a file.</summary>
    public bool Takes(string task, string file) =>
        Tasks(task).Any(run => run.FindFirstDescendant<Item>(item => item.Text.Replace('\\', '/').EndsWith(file, StringComparison.Ordinal)) is not null);

    /// <summary>Whether a low message was logged.</summary>
    public bool Says(string text) =>
        log.Value.FindFirstDescendant<Message>(message => message.Text.Contains(text, StringComparison.Ordinal)) is not null;

    /// <summary>How often a message was logged that holds a text.</summary>
    public int Messages(string text) =>
        log.Value.FindChildrenRecursive<Message>(message => message.Text.Contains(text, StringComparison.Ordinal)).Count;

    public BuildResult ShouldPass()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    public BuildResult ShouldFail()
    {
        ExitCode.ShouldNotBe(0, Output);
        return this;
    }
}
