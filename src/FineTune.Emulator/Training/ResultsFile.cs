using System.Globalization;
using System.Text;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>The table of a finished job.</summary>
internal static class ResultsFile
{
    /// <summary>ID of the file, which follows from the job's.</summary>
    public static string IdOf(StoredJob job) => Identifier.Derive("file-", 22, "results\n" + job.Id);

    /// <summary>The table as CSV; the columns that the guide names.</summary>
    public static byte[] Write(StoredJob job, JobTimeline timeline)
    {
        var metrics = new StepMetrics(job, timeline);
        var csv = new StringBuilder("step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n");
        for (var step = 1; step <= timeline.Steps; step++)
        {
            var valid = metrics.HasValidation ? $"{Figure(metrics.Curve.ValidLoss(step))},{Figure(metrics.Curve.ValidAccuracy(step))}" : ",";
            csv.Append(CultureInfo.InvariantCulture, $"{step},{Figure(metrics.Curve.TrainLoss(step))},{Figure(metrics.Curve.TrainAccuracy(step))},{valid}\n");
        }
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static string Figure(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
