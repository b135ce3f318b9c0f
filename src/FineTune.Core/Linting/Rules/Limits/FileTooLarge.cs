using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3004: the upload is larger than the host takes.</summary>
internal sealed class FileTooLarge() : DatasetRule("FT3004", "file-too-large", Severity.Error, "The upload is larger than the host takes")
{
    public override bool AppliesTo(DatasetScope scope) => scope.Profile.Limits.MaxFileBytes is not null;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(FileTooLarge rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var (limits, title) = (findings.Scope.Profile.Limits, findings.Scope.Profile.Title);
            if (findings.UploadBytes <= limits.MaxFileBytes)
            {
                return;
            }
            if (limits.MaxMultipartBytes is not { } most)
            {
                findings.Report(rule, $"the upload has {findings.UploadBytes:N0} bytes; {title} takes no more than {limits.MaxFileBytes:N0}");
            }
            else if (findings.UploadBytes > most)
            {
                findings.Report(rule, $"the upload has {findings.UploadBytes:N0} bytes; {title} takes no more than {most:N0}, even in parts");
            }
            else
            {
                findings.Report(rule, Severity.Info, $"the upload has {findings.UploadBytes:N0} bytes, more than the {limits.MaxFileBytes:N0} of a simple upload: it is sent in parts");
            }
        }
    }
}
