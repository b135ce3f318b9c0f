using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Planning;

namespace FineTune.Core.Building;

/// <summary>The target <c>FineTuneVerifyLock</c>: whether the lock answers for the manifest and the data as they are now.</summary>
internal static class LockVerification
{
    /// <summary>Verifies; the data's own faults are left to the lint.</summary>
    /// <param name="project">The project.</param>
    /// <param name="locked">A lock that is behind the data, or has an open training, is an error; else it is a warning.</param>
    /// <param name="errorsOnly">Warnings are left to the lint, which is part of the same build.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static BuildFindings Run(BuiltProject project, bool locked, bool errorsOnly, CancellationToken cancellation)
    {
        var read = ManifestReader.Read(project.Manifest, []);
        if (read.Manifest is not { } manifest)
        {
            return new(read.Findings);
        }
        var lint = BundledLint.Run(project, cancellation);
        var reading = LockReader.Read(project.Lock);
        var plan = Planner.Plan(manifest, reading.Lock, ModelData.Of(manifest, lint.Report.Datasets));
        IEnumerable<Finding> findings =
        [
            .. lint.Report.Findings.Where(finding => IsNotFetched(finding)).Select(finding => locked ? finding with { Severity = Severity.Error } : finding),
            .. LockCheck.Run(manifest, reading, plan, locked ? LockCheckMode.Verify : LockCheckMode.Pack),
        ];
        return new([.. findings.Where(finding => finding.Severity == Severity.Error || !errorsOnly)]);
    }

    /// <summary>Whether a finding of the lint is one that the verification tells itself, perhaps more strictly.</summary>
    public static bool Tells(Finding finding) => IsNotFetched(finding) || RuleBook.RuleOf(finding).OfTheLock;

    // Nobody can say of data that is not here whether the model was trained on it.
    private static bool IsNotFetched(Finding finding) => finding.Code == FileRules.DataNotFetched.Code;
}
