using FineTune.Core.Lockfile;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;
using FineTune.Providers.Releasing;

namespace FineTune.Tool.Json;

/// <summary>Writes how models and their trainings are as JSON.</summary>
internal static class StatusJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ModelStatus> states)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        document.WriteObjects(states, state =>
        {
            json.WriteString("model", state.Model);
            json.WriteNullable("version", state.Version?.Number);
            json.WriteString("id", state.Version?.Model);
            json.WriteString("attempt", state.Attempt is { } attempt ? LockText.NameOf(attempt.State) : null);
            json.WriteString("job", state.Attempt?.JobId);
            json.WriteString("job_status", state.Job?.Status);
            json.WriteString("problem", state.Problem?.Message);
        });
    }
}
