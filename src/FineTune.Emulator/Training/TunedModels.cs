using System.Globalization;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>The models that came of jobs.</summary>
internal sealed class TunedModels(EmulatorState state)
{
    /// <summary>The organisation in a model's ID, which marks it as emulated.</summary>
    private const string Organization = "emulator";

    private const string CheckpointMark = ":ckpt-step-";

    /// <summary>The ID of the model that a job makes.</summary>
    public static string NameOf(StoredJob job)
    {
        if (job.Azure)
        {
            var digits = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(Identifier.Derive("", 16, job.Id))).ToLowerInvariant();
            return $"{job.Model.Split(".ft-")[0]}.ft-{digits}";
        }
        var baseModel = job.Model.StartsWith("ft:", StringComparison.Ordinal) ? job.Model.Split(':')[1] : job.Model;
        return $"ft:{baseModel}:{Organization}:{Segment(job.Suffix)}:{Identifier.Derive("", 8, "model\n" + job.Id)}";
    }

    /// <summary>The ID of a checkpoint's model.</summary>
    public static string CheckpointOf(StoredJob job, int step) => job.Azure
        ? Identifier.Derive("ftchkpt-", 32, $"{job.Id}\n{step}").ToLowerInvariant()
        : NameOf(job) + CheckpointMark + step.ToString(CultureInfo.InvariantCulture);

    /// <summary>The finished models, in the order of their jobs.</summary>
    public IEnumerable<StoredJob> All()
    {
        var now = state.Clock.Now;
        return state.Jobs.All().Where(job => !job.ModelDeleted && new JobTimeline(job).StatusAt(now) == JobStatus.Succeeded);
    }

    /// <summary>The job of a finished model, or of one of its checkpoints; null for any other ID.</summary>
    public StoredJob? Find(string model) => All().FirstOrDefault(job => NameOf(job) == model || HasCheckpoint(job, model));

    private static bool HasCheckpoint(StoredJob job, string model) =>
        JobCheckpoints.StepsOf(new JobTimeline(job)).Any(step => CheckpointOf(job, step) == model);

    // What separates the segments of an ID cannot be in one.
    private static string Segment(string? suffix) => suffix is null
        ? ""
        : new string([.. suffix.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')]);
}
