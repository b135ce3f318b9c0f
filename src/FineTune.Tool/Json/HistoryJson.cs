using FineTune.Core.Lockfile;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Tool.Json;

/// <summary>Writes a model's versions as JSON.</summary>
internal static class HistoryJson
{
    /// <summary>Writes them.</summary>
    public static void Write(TextWriter output, LockedModel entry)
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
        });
    }
}
