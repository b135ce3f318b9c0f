using System.Globalization;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3007: tokens times epochs are more than the host takes for one job.</summary>
internal sealed class TotalTokens() : DatasetRule("FT3007", "total-tokens", Severity.Error, "The training has more tokens than the host takes")
{
    internal override bool OncePerFile => true;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training && scope.Profile.Limits.MaxTokensTimesEpochs is not null;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(TotalTokens rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var (scope, most) = (findings.Scope, findings.Scope.Profile.Limits.MaxTokensTimesEpochs!.Value);
            var declared = scope.Model?.Hyperparameters.GetValueOrDefault("n_epochs")?.ToString();
            var isDeclared = int.TryParse(declared, NumberStyles.None, CultureInfo.InvariantCulture, out var epochs);
            epochs = isDeclared ? epochs : DefaultEpochs.For(findings.Examples);
            // A token is at least a byte: what has fewer bytes needs no counting.
            var tokens = findings.Tokens?.Billable ?? findings.UploadBytes / 4;
            if (findings.UploadBytes * epochs > most && tokens * epochs > most)
            {
                findings.Report(
                    rule,
                    findings.Tokens is null ? Severity.Warning : Severity.Error,
                    $"{(findings.Tokens is null ? "about " : "")}{tokens:N0} tokens times {Words.Count(epochs, "epoch")}{(isDeclared ? "" : " (estimated)")} are {tokens * epochs:N0}; {scope.Profile.Title} takes no more than {most:N0} in one job");
            }
        }
    }
}
