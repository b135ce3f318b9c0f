using System.Text.Json;
using FineTune.Core.Contracts;
using FineTune.Core.Lockfile;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Tool.Json;

/// <summary>Writes a model's versions as JSON.</summary>
internal static class HistoryJson
{
    /// <summary>Writes them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="entry">The model.</param>
    /// <param name="contracts">How each version must be asked.</param>
    public static void Write(TextWriter output, LockedModel entry, VersionContracts contracts)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        document.WriteObjects(entry.Versions, version =>
        {
            json.WriteNumber("version", version.Number);
            json.WriteBoolean("current", version.Number == entry.Current);
            json.WriteString("model", version.Model);
            json.WriteString("base_model", version.BaseModel);
            json.WriteString("provider", version.Provider.Name);
            json.WriteString("job", version.JobId);
            json.WriteString("digest", version.Digest);
            json.WriteNumber("examples", version.Training.Examples);
            json.WriteString("commit", version.Commit);
            json.WriteString("finished_at", version.FinishedAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
            WriteContract(json, contracts.Of(version));
            WriteCheckpoints(json, version, version.Number == entry.Current ? entry.Pinned?.Step : null);
        });
    }

    private static void WriteContract(Utf8JsonWriter json, Contract? contract)
    {
        if (contract is not null)
        {
            json.WriteStartObject("contract");
            json.WriteKnown("system_prompt", contract.SystemPrompt);
            json.WriteKnown("tools", contract.Tools);
            json.WriteKnown("response_format", contract.ResponseFormat);
            json.WriteEndObject();
        }
    }

    private static void WriteCheckpoints(Utf8JsonWriter json, LockedVersion version, int? currentStep)
    {
        var curve = LossCurve.Of(version);
        json.WriteStartArray("checkpoints");
        foreach (var checkpoint in version.Checkpoints)
        {
            json.WriteStartObject();
            json.WriteNumber("step", checkpoint.Step);
            json.WriteString("model", checkpoint.Model);
            json.WriteBoolean("best", checkpoint == curve.Best);
            json.WriteBoolean("current", checkpoint.Step == currentStep);
            json.WriteStartObject("metrics");
            foreach (var (name, value) in checkpoint.Metrics)
            {
                json.WriteNumber(name, value);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (curve.Overfit is { } overfit)
        {
            json.WriteStartObject("overfit");
            json.WriteString("strength", overfit.Strength);
            json.WriteNumber("ratio", Math.Round(overfit.Ratio, 3));
            json.WriteNumber("since_step", overfit.Since);
            json.WriteEndObject();
        }
    }
}
