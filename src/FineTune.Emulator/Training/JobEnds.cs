using FineTune.Core.Files;
using FineTune.Emulator.Files;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>Writes what a job leaves behind once it has ended. It may be cut off and done again: the IDs follow from the job's.</summary>
internal sealed class JobEnds(EmulatorState state)
{
    private readonly object gate = new();

    public void Settle()
    {
        lock (gate)
        {
            var now = state.Clock.Now;
            foreach (var job in state.Jobs.All().Where(job => !job.Settled))
            {
                var timeline = new JobTimeline(job);
                var status = timeline.StatusAt(now);
                if (status == JobStatus.Succeeded)
                {
                    KeepResults(job, timeline);
                }
                if (JobStatus.IsEnd(status))
                {
                    state.Jobs.Change(job.Id, ended => ended with { Settled = true });
                }
            }
        }
    }

    private void KeepResults(StoredJob job, JobTimeline timeline)
    {
        var id = ResultsFile.IdOf(job);
        var content = ResultsFile.Write(job, timeline);
        AtomicFile.Write(state.Contents.PathOf(id), content, durable: false);
        if (state.Files.Find(id) is null)
        {
            state.Files.Add(sequence => new StoredFile
            {
                Id = id,
                Sequence = sequence,
                CreatedAt = timeline.FinishedAt,
                FileName = "step_metrics.csv",
                Purpose = FilePurpose.Results,
                Bytes = content.Length,
            });
        }
    }
}
