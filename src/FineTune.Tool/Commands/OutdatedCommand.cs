using System.CommandLine;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Planning;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
using FineTune.Tool.Projects;
using FineTune.Tool.Rendering;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune outdated</c>.</summary>
internal sealed class OutdatedCommand : ToolCommand
{
    private readonly Option<string?> format = Choice.Of("--format", "text or json (default: text)", ["text", "json"]);

    public OutdatedCommand()
        : base("outdated", "Lists models whose base can no longer be trained soon, or shuts down", "finetune outdated", "finetune outdated --format json") => Add(format);

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
        if (call.Get(format) is "json")
        {
            OutdatedJson.Write(call.Output, ending, today);
        }
        else if (ending.Length == 0)
        {
            call.Text.Write("no base model has an announced end\n");
        }
        else
        {
            call.Screen.Draw(PlainTable.Of(["MODEL", "BASE MODEL", "TRAINED UNTIL", "SHUT DOWN", "REPLACEMENT"],
                [.. from one in ending
                    let model = one.Life.Model
                    select new[] { one.Model, model.Id, Day(one.Life.End, today), Day(one.Life.ShutDown, today), model.Replacement ?? "–" }]));
        }
        if (call.Get(format) is not "json")
        {
            foreach (var (model, hosting) in project.Manifest.Models.Select(model => (model, HostingCost.Of(model.Provider))))
            {
                if (hosting is { IdleDays: { } days, HoursKept: null })
                {
                    call.Text.Write($"{SafeText.Clean(model.Name)}: the deployment {SafeText.Clean(hosting.Deployment)} is deleted after {Amount.Of(days, "day")} without a call; finetune verify --online says when at the earliest\n");
                }
            }
        }
        return Task.FromResult(ending.Any(one => one.Life.ShutDown?.Day <= today) ? ExitCode.Failed : ExitCode.Fine);
    }

    private static string Day(DatedFact? fact, DateOnly today) => fact?.Day is not { } known ? "–"
        : known.DayNumber - today.DayNumber is var left && left < 0 ? $"{known:yyyy-MM-dd} (over)"
        : $"{known:yyyy-MM-dd} ({Amount.Of(left, "day")} left)";
}
