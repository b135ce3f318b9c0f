using System.CommandLine;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
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
        ModelLife[] lives = [.. project.Manifest.Models.Select(ModelLife.Of).OfType<ModelLife>().Where(life => life.TrainingEnds is not null || life.ShutDown is not null)];
        if (call.Get(_format) is "json")
        {
            OutdatedJson.Write(call.Output, lives, today);
        }
        else if (lives.Length == 0)
        {
            call.Text.Write("no base model has an announced end\n");
        }
        else
        {
            call.Screen.Draw(PlainTable.Of(["MODEL", "BASE MODEL", "TRAINED UNTIL", "SHUT DOWN", "REPLACEMENT"],
                [.. lives.Select(life => new[] { life.Model, life.BaseModel, Day(life.TrainingEnds, today), Day(life.ShutDown, today), life.Replacement ?? "–" })]));
        }
        return Task.FromResult(lives.Any(life => life.ShutDown <= today) ? ExitCode.Finding : ExitCode.Fine);
    }

    private static string Day(DateOnly? day, DateOnly today) => day is not { } known ? "–"
        : known.DayNumber - today.DayNumber is var left && left < 0 ? $"{known:yyyy-MM-dd} (over)"
        : $"{known:yyyy-MM-dd} ({Amount.Of(left, "day")} left)";
}
