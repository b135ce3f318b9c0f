namespace FineTune.Tool.Tests.Ci;

/// <summary>What came of a job.</summary>
/// <param name="Name">Path of the job: <c>release/plan</c> for the job plan of the workflow that release calls.</param>
internal sealed record JobRun(string Name)
{
    /// <summary><c>success</c>, <c>failure</c>, <c>skipped</c>, or <c>killed</c> for one whose machine was lost.</summary>
    public string Result { get; set; } = "success";

    public Dictionary<string, string> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Steps that ran, with their outcome.</summary>
    public List<(string Step, string Outcome)> Steps { get; } = [];

    /// <summary>All that the steps printed.</summary>
    public string Log { get; set; } = "";

    /// <summary>The step summaries, one after another.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Lines of the log that GitHub shows as annotations.</summary>
    public string[] Annotations => [.. Log.Split('\n').Where(line => line.StartsWith("::error", StringComparison.Ordinal) || line.StartsWith("::warning", StringComparison.Ordinal) || line.StartsWith("::notice", StringComparison.Ordinal))];
}
