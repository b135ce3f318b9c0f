using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Planning;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune plan</c>.</summary>
internal sealed class PlanCommand : ToolCommand
{
    private readonly Option<string?> format = Choice.Of("--format", "text, json or markdown (default: text)", ["text", "json", "markdown"]);
    private readonly Option<string?> output = new("--output", "-o") { Description = "Also writes the plan as JSON, for release --plan", HelpName = "FILE" };
    private readonly Option<bool> detailed = new("--detailed-exitcode") { Description = "Answers 5 where something is left to train or to wait for" };
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public PlanCommand()
        : base("plan", "Says what a release would train, and why; sends nothing", "finetune plan", "finetune plan --detailed-exitcode --output plan.json")
    {
        Add(format);
        Add(output);
        Add(detailed);
        Add(emulator);
    }

    public override string Remarks =>
        "Exit code 0: fine. 1: the data or the manifest has errors, which stop a release. 5, with --detailed-exitcode: something is left to train or to wait for.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var work = Checked.Read(call, call.Get(emulator), LintRequest.ForPlan, cancellation);
        Write(call, work.Plan);
        if (call.Get(output) is { } file)
        {
            TextFile.Write(call, file, PlanText.Of(work.Plan));
        }
        var errors = work.Errors;
        foreach (var error in errors.Take(10))
        {
            call.Fail(error);
        }
        if (errors.Count > 0)
        {
            call.Say($"{Amount.Of(errors.Count, "error")} would stop a release; finetune lint shows them with their lines");
            return Task.FromResult(ExitCode.Failed);
        }
        return Task.FromResult(call.Get(detailed) && work.Plan.HasChanges ? ExitCode.Pending : ExitCode.Fine);
    }

    private void Write(Invocation call, Plan plan)
    {
        switch (call.Get(format))
        {
            case "json":
                call.Output.Write(PlanText.Of(plan));
                break;
            case "markdown":
                new PlanTable(call.Text).Write(plan);
                break;
            default:
                call.Screen.Draw(PlanScreen.Of(plan));
                break;
        }
    }
}
