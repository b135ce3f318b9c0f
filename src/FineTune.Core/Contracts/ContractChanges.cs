using FineTune.Core.Findings;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Contracts;

/// <summary>Says in lines what differs between two contracts, each safe to print.</summary>
internal static class ContractChanges
{
    /// <summary>The differences: system prompt, tools in their order, response format.</summary>
    /// <param name="before">The earlier contract, with its texts.</param>
    /// <param name="after">The later one, with its texts.</param>
    public static IReadOnlyList<string> Between(Contract before, Contract after)
    {
        var lines = new List<string>();
        if (before.SystemPrompt != after.SystemPrompt)
        {
            lines.Add($"system prompt: {Prompt(before.SystemPrompt, after.SystemPrompt)}");
        }
        var (old, fresh) = (ContractTools.Of(before), ContractTools.Of(after));
        foreach (var (name, value) in fresh.Where(tool => !old.TryGetValue(tool.Key, out var then) || then != tool.Value))
        {
            lines.Add($"tool {SafeText.Clean(name)}: {(old.ContainsKey(name) ? "changed" : "added")}");
        }
        lines.AddRange(old.Keys.Where(name => !fresh.ContainsKey(name)).Select(name => $"tool {SafeText.Clean(name)}: removed"));
        if (ContractTools.Canonical(before.ResponseFormat) != ContractTools.Canonical(after.ResponseFormat))
        {
            lines.Add($"response format: {(before.ResponseFormat is null ? "added" : after.ResponseFormat is null ? "removed" : "changed")}");
        }
        return lines;
    }

    /// <summary>What a contract has, in words: <c>a system prompt, 2 tools</c>.</summary>
    public static string Words(Contract contract)
    {
        var tools = ContractTools.Of(contract).Count;
        var parts = new[]
        {
            contract.SystemPrompt is null ? null : "a system prompt",
            tools == 0 ? null : Amount.Of(tools, "tool"),
            contract.ResponseFormat is null ? null : "a response format",
        };
        return contract.IsEmpty ? "none" : string.Join(", ", parts.OfType<string>());
    }

    private static string Prompt(string? before, string? after)
    {
        if (before is null || after is null)
        {
            return before is null ? $"added, {Amount.Of(after!.Length, "character")}" : "removed";
        }
        return $"changed from character {before.AsSpan().CommonPrefixLength(after) + 1:N0} on, {before.Length:N0} → {Amount.Of(after.Length, "character")}";
    }
}
