using FineTune.Core.Contracts;
using FineTune.Core.Lockfile;
using FineTune.Core.Planning;
using FineTune.Core.Tests.Lockfile;
using FineTune.Core.Tests.Planning;

namespace FineTune.Core.Tests.Contracts;

public sealed class WhenAContractChanges
{
    private static readonly Contract Before = new() { SystemPrompt = "You answer.", Tools = """[{"type":"function","function":{"name":"find"}},{"type":"function","function":{"name":"gone"}}]""" };

    [Fact]
    public void EachDifferenceIsALine() => ContractChanges.Between(Before, new Contract
    {
        SystemPrompt = "You reply.",
        Tools = """[{"type":"function","function":{"name":"new\u001b"}},{"type":"function","function":{"name":"find","description":"x"}}]""",
        ResponseFormat = "{}",
    }).ShouldBe(
    [
        "system prompt: changed from character 5 on, 11 → 10 characters",
        @"tool new\u001b: added",
        "tool find: changed",
        "tool gone: removed",
        "response format: added",
    ]);

    [Fact]
    public void TheSameValueIsNoDifference() => ContractChanges.Between(Before, Before with
    {
        Tools = """[ {"function": {"name": "find"}, "type": "function"}, {"type": "function", "function": {"name": "gone"}}]""",
    }).ShouldBeEmpty();

    [Fact]
    public void APlanSaysThem()
    {
        Reasons(Before with { SystemPrompt = null }).ShouldBe(
            ["training data: other content in 60 examples", "system prompt: removed", "tool find: added", "tool gone: added", "tool find_order: removed", "response format: removed"]);
        Reasons(null).ShouldBe(["training data: other content in 60 examples"]);
    }

    [Fact]
    public void AnOldLockIsNeitherStaleNorUnderstood()
    {
        var old = LockEdit.Change(Sample.Versions("a"), "support-bot", entry => entry with { Versions = [.. entry.Versions.Select(version => version with { Contract = null })] });

        Plan(old, 'a', Before).State.ShouldBe(PlanState.UpToDate);
        Plan(old, 'b', Before).Reasons.ShouldBe(["training data: other content in 60 examples", "contract: none in the lock → a system prompt, 2 tools"]);
        Plan(old, 'b', new Contract()).Reasons.ShouldBe(["training data: other content in 60 examples"]);
    }

    [Fact]
    public void ItIsNoPartOfTheDigest() => Plan(Sample.Versions("a"), 'a', Before).Digest.ShouldBe(Plan(Sample.Versions("a"), 'a', null).Digest);

    private static IReadOnlyList<string> Reasons(Contract? contract) => Plan(Sample.Versions("a"), 'b', contract).Reasons;

    private static PlannedModel Plan(FineTuneLock locked, char content, Contract? contract) =>
        Planner.Plan(SampleManifest.Of("support-bot"), locked, [SampleManifest.Data(content) with { Contract = contract }]).Models.Single();
}
