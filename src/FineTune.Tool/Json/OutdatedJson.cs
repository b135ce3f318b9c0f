using FineTune.Core.Catalog;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Tool.Json;

/// <summary>Writes how long base models last as JSON.</summary>
internal static class OutdatedJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, IReadOnlyList<(string Model, BaseModelLife Life)> ending, DateOnly today)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        document.WriteObjects(ending, one =>
        {
            json.WriteString("model", one.Model);
            json.WriteString("base_model", one.Life.Model.Id);
            WriteDay("trained_until", one.Life.End?.Day);
            WriteDay("shut_down", one.Life.ShutDown?.Day);
            json.WriteString("replacement", one.Life.Model.Replacement);
        });

        void WriteDay(string name, DateOnly? day)
        {
            json.WriteString(name, day?.ToString("yyyy-MM-dd"));
            json.WriteNullable(name + "_days_left", day?.DayNumber - today.DayNumber);
        }
    }
}
