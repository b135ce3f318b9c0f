using System.CommandLine;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune release [MODEL…]</c>.</summary>
internal sealed class ReleaseCommand : ProviderCommand
{
    private readonly Argument<string[]> models = new("MODEL") { Description = "Models of the manifest (default: all)", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Starts the jobs and ends; finetune sync brings the models in later" };
    private readonly Option<string?> timeout = new("--timeout") { Description = "Longest time to wait, for example 90m or 5h30m; then exit code 5", HelpName = "TIME" };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Does not ask before it pays" };
    private readonly Option<string?> plan = new("--plan") { Description = "Carries out exactly what finetune plan --output wrote, or nothing", HelpName = "FILE" };
    private readonly Option<bool> again = new("--again") { Description = "Trains once more what has been trained already" };
    private readonly Option<bool> emulator = EmulatorOption.Make();
    private readonly Option<string?> speed = new("--emulator-speed") { Description = "How fast the emulator's jobs move: 1 (default), 10, … or instant", HelpName = "X" };

    public ReleaseCommand()
        : base("release", "Trains what changed, and writes the lock", "finetune release --emulator", "finetune release support-bot --yes --timeout 5h", "finetune release --plan plan.json --no-wait")
    {
        Add(models);
        Add(noWait);
        Add(timeout);
        Add(yes);
        Add(plan);
        Add(again);
        Add(emulator);
        Add(speed);
    }

    public override string Remarks =>
        "It can be stopped at any moment and run again: nothing is paid for twice. Exit code 0: released. 1: the data has errors, or a job failed. 3: the provider refused. 4: a budget or policy gate stopped it. 5: a job is still running.";

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var patience = call.Get(timeout) is { } text ? Duration.Parse("--timeout", text) : (TimeSpan?)null;
        var work = Checked.Read(call, call.Get(emulator), LintRequest.ForRelease, cancellation);
        var names = call.Get(models) ?? [];
        work.Project.CheckNames(names);
        if (work.Errors is { Count: > 0 } errors)
        {
            throw new FindingsException(errors);
        }
        RefuseStalePlan(call, work);

        PlannedModel[] chosen = [.. work.Plan.Models.Where(IsChosen)];
        if (call.Verbosity > Verbosity.Quiet)
        {
            call.MessageScreen.Draw(PlanScreen.Of(new Plan(chosen)));
            call.Say("");
        }
        if (Refusal(call, chosen) is { } refusal)
        {
            call.Fail(refusal);
            return ExitCode.Gate;
        }
        var options = new ReleaseOptions { Wait = !call.Get(noWait), Timeout = patience, Again = call.Get(again) };
        var outcomes = await ReleaseAsync(call, work, chosen, options, cancellation);
        return new OutcomeScreen(call).Write(outcomes);

        bool IsChosen(PlannedModel model) => names.Length == 0 || names.Contains(model.Name, StringComparer.Ordinal);
    }

    private void RefuseStalePlan(Invocation call, Checked work)
    {
        if (call.Get(this.plan) is not { } name)
        {
            return;
        }
        var path = call.Resolve(name);
        try
        {
            var reasons = StoredPlan.Parse(File.ReadAllBytes(path)).StaleBecause(work.Plan);
            if (reasons.Count > 0)
            {
                throw new ReleaseError(ReleaseRules.PlanStale, $"the plan {call.Show(path)} is stale: {string.Join("; ", reasons)}", ExitCode.Gate);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{call.Show(path)} can't be read: {IOFault.Describe(e)}");
        }
    }

    // Money is spent only with a person's yes: typed now, or said on the command line, or given to a plan.
    private string? Refusal(Invocation call, PlannedModel[] chosen)
    {
        PlannedModel[] paid = [.. chosen.Where(model => (model.WouldTrain || call.Get(again)) && model.Provider.Kind is not (ProviderKind.Emulator or ProviderKind.Exec))];
        if (paid.Length == 0 || call.Get(this.yes) || call.Get(this.plan) is not null)
        {
            return null;
        }
        // What the budget stops need not be asked for.
        foreach (var model in paid)
        {
            if (BudgetGate.Of(model) is { Blocked: true } gate)
            {
                throw OverBudget.Of(model.Name, gate);
            }
        }
        var what = $"{Amount.Of(paid.Length, "training")} at {string.Join(", ", paid.Select(model => model.Provider.Name).Distinct())}";
        if (!call.Surroundings.InputIsTerminal || call.Surroundings.IsCI)
        {
            return $"{what} would cost money and nobody can be asked; add --yes, or --plan with a plan that was agreed to";
        }
        call.Messages.Write($"Start {what}, {PlanSum.Cost(paid)}? [y/N] ");
        return call.Surroundings.Input.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes" ? null : "nothing was started";
    }

    private async Task<IReadOnlyList<ReleaseOutcome>> ReleaseAsync(Invocation call, Checked work, PlannedModel[] chosen, ReleaseOptions options, CancellationToken cancellation)
    {
        await using var hosts = Hosts.Of(call, work.Project, call.Get(speed));
        ReleaseOrder[] orders = [.. chosen.Select(model => ReleaseOrder.Of(work.Project.Manifest, model))];
        return await ProgressScreen.WatchAsync(call, async progress =>
        {
            using var releaser = new Releaser(hosts, new DiskLock(work.Project.LockPath), progress, Clock.Of(call.Surroundings.Clock));
            return await releaser.ReleaseAsync(orders, options, cancellation);
        });
    }
}
