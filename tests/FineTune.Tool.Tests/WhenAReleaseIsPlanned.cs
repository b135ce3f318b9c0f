using System.Text.Json;

namespace FineTune.Tool.Tests;

public sealed class WhenAReleaseIsPlanned : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenAReleaseIsPlanned()
    {
        SaveData(12);
        WriteManifest("openai", 3, "");
    }

    [Fact]
    public void ItReadsLikeADiff()
    {
        var run = workspace.Run("plan");

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldBe("""
            + bot  new
                train      openai, gpt-4.1-mini-2025-04-14, supervised
                training   12 examples, 1 kB, 204 tokens
                cost       under 0.01 USD: 204 tokens × 3 epochs × 5.00 USD a million
                estimated  chat format; the rest is exact

            Plan: 1 to train; under 0.01 USD

            """);
        workspace.Run("plan", "--detailed-exitcode").ExitCode.ShouldBe(5);
    }

    [Fact]
    public void WhatADeploymentCostsIsSaidBesideTheTraining()
    {
        WriteManifest("hosted", 3, "");
        const string month = "1,241.00 USD a month (1.70 USD an hour, used or not); deleted after 15 days without a call";

        workspace.Run("plan").Output.ShouldContain($"    hosting    {month}\n");
        workspace.Run("plan", "--format", "markdown").Output.ShouldContain($"\nHosting of bot: {month}.\n");
        var hosting = JsonDocument.Parse(workspace.Run("plan", "--format", "json").Output).RootElement.GetProperty("models")[0].GetProperty("hosting");
        (hosting.GetProperty("usd_per_month").GetDecimal(), hosting.GetProperty("deleted_after_idle_days").GetInt32()).ShouldBe((1241m, 15));
        workspace.Run("outdated").Output.ShouldContain("bot: the deployment bot-1 is deleted after 15 days without a call; finetune verify --online says when at the earliest\n");

        WriteManifest("brief", 3, "");

        workspace.Run("plan").Output.ShouldContain("    hosting    nothing by the hour; deleted after 24 hours\n");
    }

    [Fact]
    public void ATierThatIsLeftOutIsExplained()
    {
        WriteManifest("az", 3, "");
        workspace.Run("plan").Output.ShouldContain("training_type is left out: Azure trains in its default tier, standard");

        WriteManifest("hosted", 3, "");
        workspace.Run("plan").Output.ShouldNotContain("training_type");
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("TF_BUILD")]
    [InlineData("FORCE_COLOR")]
    public void WhereItRunsChangesNothingInAPipe(string variable)
    {
        var plain = workspace.Run("plan").Output;
        workspace.Variables[variable] = "true";
        workspace.Variables.Remove("NO_COLOR");

        workspace.Run("plan").Output.ShouldBe(plain);
    }

    [Theory]
    [InlineData("openai", "price: { training_per_million: 10000 }, budget: { max_cost_usd: 5 }", "it would cost about 6.12 USD, above budget.max_cost_usd 5.00")]
    [InlineData("az", "budget: { max_cost_usd: 5 }", "no price is known for gpt-4.1-mini-2025-04-14 at az, so it cannot be held to budget.max_cost_usd 5.00; set price.training_per_million")]
    public void ABudgetStopsTheReleaseAndThePlanSaysSo(string provider, string settings, string reason)
    {
        WriteManifest(provider, 3, ", " + settings);

        workspace.Run("plan").Output.ShouldContain($"\n    ! a release stops here: {reason}\n");

        var run = workspace.Run("release", "--yes");
        run.ExitCode.ShouldBe(4);
        run.Error.ShouldContain($"error FT8010: bot is not trained: {reason}\n");
    }

    [Fact]
    public void AManifestsPriceMakesABudgetWork()
    {
        WriteManifest("az", 3, ", price: { training_per_million: 2 }, budget: { max_cost_usd: 5 }");

        var run = workspace.Run("plan");

        run.Output.ShouldContain("× 2.00 USD a million (manifest)\n");
        run.Output.ShouldNotContain("stops here");
    }

    [Fact]
    public void AStoredPlanIsCarriedOutOrRefused()
    {
        workspace.Run("plan", "--emulator", "--output", "plan.json").ExitCode.ShouldBe(0);
        SaveData(13);
        var stale = workspace.Run("release", "--emulator", "--plan", "plan.json");
        stale.ExitCode.ShouldBe(4);
        stale.Error.ShouldContain("error FT8015: the plan plan.json is stale: bot: data or settings are not those of the plan\n");

        SaveData(12);
        workspace.Run("release", "--emulator", "--emulator-speed", "instant", "--plan", "plan.json").ExitCode.ShouldBe(0);

        using var locked = JsonDocument.Parse(workspace.Read("finetune.emulator.lock.json"));
        locked.RootElement.GetProperty("models").GetProperty("bot").GetProperty("versions")[0].GetProperty("training").GetProperty("tokens").GetInt64().ShouldBe(204);
        var after = workspace.Run("plan", "--emulator", "--detailed-exitcode");
        (after.ExitCode, after.Output).ShouldBe((0, "= bot  up to date at version 1\n\nPlan: 1 up to date\n"));

        WriteManifest("openai", 4, "");
        var changed = workspace.Run("plan", "--emulator");
        changed.Output.ShouldStartWith("~ bot  changed since version 1\n    ~ n_epochs: 3 → 4\n");
        changed.Output.ShouldEndWith("\nPlan: 1 to train; nothing is paid to the emulator\n");
    }

    public void Dispose() => workspace.Dispose();

    private void SaveData(int examples) => workspace.Write("data/train.jsonl", string.Concat(Enumerable.Range(1, examples).Select(number =>
        $$$"""{"messages":[{"role":"user","content":"question {{{number}}}"},{"role":"assistant","content":"answer {{{number}}}"}]}""" + "\n")));

    private void WriteManifest(string provider, int epochs, string settings) => workspace.Write("finetune.yml", $$"""
        version: 1
        providers:
          az: { kind: azure, endpoint: "https://example.openai.azure.com/" }
          hosted: { kind: azure, endpoint: "https://example.openai.azure.com/", training_type: developer, deployment: { resource_id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a", name: bot-1 } }
          brief: { kind: azure, endpoint: "https://example.openai.azure.com/", training_type: developer, deployment: { resource_id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a", name: bot-2, sku: DeveloperTier } }
        models:
          bot: { provider: {{provider}}, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: data/train.jsonl, hyperparameters: { n_epochs: {{epochs}} }{{settings}} }
        """);
}
