using System.CommandLine;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune outdated</c>.</summary>
internal sealed class OutdatedCommand : ToolCommand
{
    private readonly Option<string?> _format = Choice.Of("--format", "text or json (default: text)", ["text", "json"]);

    public OutdatedCommand()
        : base("outdated", "Lists models whose base can no longer be trained soon, or shuts down", "finetune outdated", "finetune outdated --format json") => Add(_format);

    public override string Remarks => "Dates are those of the catalog of this build; FINETUNE_TODAY takes the place of the day. Exit code 1: one of them has shut down.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, emulator: false);
        var today = call.Surroundings.Today();
        (string Model, BaseModelLife Life)[] ending =
        [
            .. from model in project.Manifest.Models
               let life = BaseModelLife.Of(ProfileCatalog.Find(model.Provider.Profile), model.BaseModel.Value)
               where life?.End is not null
               select (model.Name, life),
        ];
        if (call.Get(_format) is "json")
        {
            WriteJson(call.Output, ending, today);
        }
        else if (ending.Length == 0)
        {
            call.Text.Write("no base model has an announced end\n");
        }
        else
        {
            var rows = from one in ending
                       let model = one.Life.Model
                       select new[] { SafeText.Clean(one.Model), SafeText.Clean(model.Id), Day(one.Life.End, today), Day(one.Life.ShutDown, today), model.Replacement ?? "–" };
            TableText.Write(call.Text, call.Ink, ["MODEL", "BASE MODEL", "TRAINED UNTIL", "SHUT DOWN", "REPLACEMENT"], [.. rows]);
        }
        return Task.FromResult(ending.Any(one => one.Life.ShutDown?.Day <= today) ? ExitCode.Failed : ExitCode.Fine);
    }

    private static string Day(DatedFact? fact, DateOnly today) => fact?.Day is not { } known ? "–"
        : known.DayNumber - today.DayNumber is var left && left < 0 ? $"{known:yyyy-MM-dd} (over)"
        : $"{known:yyyy-MM-dd} ({Amount.Of(left, "day")} left)";

    private static void WriteJson(TextWriter output, (string Model, BaseModelLife Life)[] ending, DateOnly today)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        json.WriteStartArray();
        foreach (var (model, life) in ending)
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteString("base_model", life.Model.Id);
            WriteDay("trained_until", life.End?.Day);
            WriteDay("shut_down", life.ShutDown?.Day);
            json.WriteString("replacement", life.Model.Replacement);
            json.WriteEndObject();
        }
        json.WriteEndArray();

        void WriteDay(string name, DateOnly? day)
        {
            json.WriteString(name, day?.ToString("yyyy-MM-dd"));
            json.WritePropertyName(name + "_days_left");
            json.WriteRawValue(day is { } known ? (known.DayNumber - today.DayNumber).ToString() : "null");
        }
    }
}
