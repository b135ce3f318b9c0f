using System.Text.Json.Nodes;

namespace FineTune.Tool.Tests.Releasing;

public sealed class WhenAModelHasAContract : IDisposable
{
    private const string Tool = """{"type": "function", "function": {"name": "find_order", "parameters": {"type": "object", "properties": {}}}}""";

    private readonly Workspace workspace = new();

    public WhenAModelHasAContract()
    {
        workspace.Variables["FINETUNE_EMULATOR_SPEED"] = "instant";
        workspace.BeginGit();
        workspace.Write(".gitignore", ".finetune/\n");
        workspace.Write("finetune.yml", """
            version: 1
            models:
              bot: { provider: emulator, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: train.jsonl, hyperparameters: { n_epochs: 1 } }
            """);
        Save("You answer for Contoso.\n::error::x", Tool);
    }

    [Fact]
    public void TheReleaseNotesItAndEveryCommandShowsItsChanges()
    {
        var planned = JsonNode.Parse(workspace.Run("plan", "--format", "json").Output)!["models"]![0]!["contract"]!;
        ((string?)planned["system_prompt"]).ShouldBe("You answer for Contoso.\n::error::x");
        workspace.Run("release").ExitCode.ShouldBe(0);

        var version = Version();
        JsonNode.DeepEquals(version["contract"], planned).ShouldBeTrue(version.ToJsonString());
        ((string?)version["contract"]!["tools"]).ShouldBe($"[{Tool}]");
        var detailed = workspace.Run("history", "bot", "--verbosity", "detailed").Output;
        detailed.ShouldContain("\ncontract of version 1: ask it as it was trained\n  system prompt\n    You answer for Contoso.\n");
        detailed.ShouldContain("  tools\n    [{\"type\": \"function\"");
        detailed.Split('\n').ShouldNotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        workspace.Run("history", "bot").Output.ShouldNotContain("contract");
        JsonNode.DeepEquals(JsonNode.Parse(workspace.Run("history", "bot", "--format", "json").Output)![0]!["contract"], planned).ShouldBeTrue();
        workspace.Run("verify").ExitCode.ShouldBe(0);

        workspace.Commit("released");
        Save("You answer for Fabrikam.", Tool.Replace("find_order", "find_parcel", StringComparison.Ordinal));

        string[] changes = ["system prompt: changed from character 16 on, 34 → 24 characters", "tool find_parcel: added", "tool find_order: removed"];
        var plan = workspace.Run("plan").Output;
        var diff = workspace.Run("diff").Output;
        var comment = workspace.Run("diff", "--format", "markdown").Output;
        foreach (var change in changes)
        {
            plan.ShouldContain($"    ~ {change}\n");
            diff.ShouldContain($"  ~ {change}\n");
            comment.ShouldContain($"- {change.Replace(":", "&#58;", StringComparison.Ordinal).Replace("_", "&#95;", StringComparison.Ordinal)}\n");
        }
        diff.ShouldContain("\nbot, contract\n");
        var json = JsonNode.Parse(workspace.Run("diff", "--format", "json").Output)!["contract_changes"]![0]!;
        json["changes"]!.AsArray().Select(change => (string?)change).ShouldBe(changes);
    }

    [Fact]
    public void ALargeOneLiesBesideTheLock()
    {
        Save(new string('x', 70_000), Tool);
        workspace.Run("release").ExitCode.ShouldBe(0);

        var file = Version()["contract"]!["file"]!;
        var path = (string)file["path"]!;
        path.ShouldBe($"finetune.contracts/{((string)file["sha256"]!)[..16]}.json");
        new FileInfo(workspace.PathOf("finetune.lock.json")).Length.ShouldBeLessThan(10_000);
        var history = workspace.Run("history", "bot", "--format", "json");
        ((string?)JsonNode.Parse(history.Output)![0]!["contract"]!["system_prompt"]).ShouldBe(new string('x', 70_000));
        (workspace.Run("verify").ExitCode, workspace.Run("release").ExitCode).ShouldBe((0, 0));

        Save(new string('x', 70_000) + "y", Tool);
        workspace.Run("plan").Output.ShouldContain("system prompt: changed from character 70,001 on, 70,000 → 70,001 characters");
        File.AppendAllText(workspace.PathOf(path), " ");

        workspace.Run("verify", "--allow-stale").Output.ShouldContain("FT7004");
        history = workspace.Run("history", "bot", "--format", "json");
        (history.ExitCode, JsonNode.Parse(history.Output)![0]!["contract"]).ShouldBe((1, null));
        history.Error.ShouldContain($"{path}, the contract of a version, has ");
        workspace.Run("plan").Output.ShouldContain($"contract: {path}, the contract of a version, has ");
        workspace.Run("release").ExitCode.ShouldBe(0);
    }

    public void Dispose() => workspace.Dispose();

    private JsonNode Version() => JsonNode.Parse(workspace.Read("finetune.lock.json"))!["models"]!["bot"]!["versions"]![0]!;

    private void Save(string system, string tool) => workspace.Write("train.jsonl", string.Concat(Enumerable.Range(1, 12).Select(number => new JsonObject
    {
        ["messages"] = new JsonArray(
            new JsonObject { ["role"] = "system", ["content"] = system },
            new JsonObject { ["role"] = "user", ["content"] = $"Where is order {number}?" },
            new JsonObject { ["role"] = "assistant", ["content"] = $"Order {number} is in Oslo." }),
    }.ToJsonString()[..^1] + $", \"tools\": [{tool}]}}\n")));
}
