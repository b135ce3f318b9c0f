using FineTune.Core.Reporting;
using FineTune.Tool.Projects;

namespace FineTune.Tool.Json;

/// <summary>Writes how long base models last as JSON.</summary>
internal static class OutdatedJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ModelLife> lives, DateOnly today)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        document.WriteObjects(lives, life =>
        {
            json.WriteString("model", life.Model);
            json.WriteString("base_model", life.BaseModel);
            WriteDay("trained_until", life.TrainingEnds);
            WriteDay("shut_down", life.ShutDown);
            json.WriteString("replacement", life.Replacement);
        });

        void WriteDay(string name, DateOnly? day)
        {
            json.WriteString(name, day?.ToString("yyyy-MM-dd"));
            json.WriteNullable(name + "_days_left", day?.DayNumber - today.DayNumber);
        }
    }
}
