using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Names by which jobs and files of ours are known at a provider; made from the lock alone, so that every run finds the same ones.</summary>
internal static class JobNames
{
    // A run is a digest, after which the number of the training may stand.
    private const int DigestLength = 64;

    private const int ShownDigits = 16;

    /// <summary>What every file of a project starts with.</summary>
    public static string FilePrefix(string project) => $"{JobMark.FilePrefix}{project}-";

    /// <summary>The digest; with <c>/2</c>, <c>/3</c> … where the lock has versions of it already.</summary>
    public static string RunOf(LockedModel entry, string digest) =>
        entry.Versions.Count(version => version.Digest == digest && !version.Provider.Emulated) is > 0 and var trained ? $"{digest}/{trained + 1}" : digest;

    /// <summary>The file name of a role's data. It names the run too where that is all that a host keeps.</summary>
    public static string FileName(string project, string role, LockedFile file, string run, HostFeatures features) =>
        $"{FilePrefix(project)}{role}-{file.Sha256[..ShownDigits]}{(features.Metadata ? "" : Tail(run))}.jsonl";

    /// <summary>
    /// The name of training data that a project sends although it took over another project's job: it tells that project's prune that the
    /// model is wanted. It names the run whatever the host keeps.
    /// </summary>
    public static string ClaimName(string project, LockedFile file, string run) => $"{FilePrefix(project)}training-{file.Sha256[..ShownDigits]}{Tail(run)}.jsonl";

    /// <summary>How the names of files end that belong to one run.</summary>
    public static string Tail(string run) => "-" + run[..ShownDigits] + run[DigestLength..].Replace('/', '-');

    /// <summary>The mark of a training.</summary>
    public static JobMark Mark(FineTuneLock content, LockedModel entry, LockedTraining training, HostFeatures features)
    {
        var run = RunOf(entry, training.Digest);
        return new JobMark(content.Project, run, FileName(content.Project, "training", training.Training, run, features)) { Merged = content.MergedProjects };
    }
}
