using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3007: tokens times epochs are more than the host takes for one job; no error where the host chooses the epochs, for it chooses what it takes.</summary>
internal sealed class TotalTokens() : DatasetRule("FT3007", "total-tokens", Severity.Error, "The training has more tokens than the host takes")
{
    public static TotalTokens Rule { get; } = new();

    internal override bool OncePerFile => true;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training && scope.Profile.Limits.MaxTokensTimesEpochs is not null;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    /// <summary>Whether data may have too many: a token of text is at least a byte, so what has fewer bytes needs no counting, whoever asks.</summary>
    /// <param name="scope">What the data is checked against.</param>
    /// <param name="bytes">Bytes of its files.</param>
    public bool MayReport(DatasetScope scope, long bytes) =>
        AppliesTo(scope) && IsOn(scope) && bytes > scope.Profile.Limits.MaxTokensTimesEpochs / (TrainingEpochs.DeclaredBy(scope.Model) ?? DefaultEpochs.Usual);

    /// <summary>The scope for files: their tokens are counted where they may be too many, so that everybody hears the same of them.</summary>
    public DatasetScope ScopeOf(DatasetScope scope, IEnumerable<string> paths) =>
        MayReport(scope, paths.Sum(path => Math.Max(0, FileStamp.Of(path).Bytes))) ? scope with { WithTokens = true } : scope;

    private sealed class Check(TotalTokens rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var (scope, most) = (findings.Scope, findings.Scope.Profile.Limits.MaxTokensTimesEpochs!.Value);
            var epochs = TrainingEpochs.Of(scope.Model, findings.Examples);
            if (rule.MayReport(scope, findings.Bytes) && findings.Tokens is { Billable: var tokens } && tokens > most / epochs.Count)
            {
                var estimated = epochs.IsDeclared ? "" : " (estimated)";
                findings.Report(
                    rule,
                    epochs.IsDeclared ? Severity.Error : Severity.Warning,
                    $"{tokens:N0} tokens times {Amount.Of(epochs.Count, "epoch")}{estimated} are {tokens * epochs.Count:N0}; {scope.Profile.Title} takes no more than {most:N0} in one job");
            }
        }
    }
}
