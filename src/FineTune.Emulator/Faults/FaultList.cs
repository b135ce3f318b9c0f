using System.Text.Json;
using System.Text.RegularExpressions;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Faults;

/// <summary>The faults of one run; each rule counts the requests that match it.</summary>
internal sealed class FaultList
{
    private readonly object gate = new();
    private readonly List<(FaultRule Rule, Regex Path)> rules = [];
    private readonly int[] seen;

    public FaultList(IEnumerable<FaultRule> rules)
    {
        this.rules.AddRange(rules.Select(rule => (rule, new Regex(rule.Path ?? "", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))));
        seen = new int[this.rules.Count];
    }

    /// <summary>What is wrong with the file; null where it is fine.</summary>
    public string? Error { get; private init; }

    /// <summary>Reads a fault file; no path, no faults.</summary>
    public static FaultList Load(string? path)
    {
        try
        {
            var rules = path is null ? [] : JsonSerializer.Deserialize(File.ReadAllBytes(path), StateJson.Default.IReadOnlyListFaultRule) ?? [];
            var wrong = rules.FirstOrDefault(rule => !FaultRule.Kinds.Contains(rule.Fault) || rule.Nth < 1 || rule.Times < 0 || rule.Status is < 200 or > 599);
            return wrong is null
                ? new FaultList(rules)
                : new FaultList([]) { Error = $"{path}: fault \"{wrong.Fault}\" needs a kind of {string.Join(", ", FaultRule.Kinds)}, nth from 1, times from 0, status from 200 to 599" };
        }
        catch (Exception error) when (error is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return new FaultList([]) { Error = $"{path} cannot be read as a list of faults: {error.Message}" };
        }
    }

    /// <summary>The fault that a request meets; null for none. Every rule that matches counts it, the first whose turn it is plays.</summary>
    public FaultRule? Next(string method, string path)
    {
        lock (gate)
        {
            FaultRule? found = null;
            for (var i = 0; i < rules.Count; i++)
            {
                var (rule, pattern) = rules[i];
                if ((rule.Method is null || rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && pattern.IsMatch(path))
                {
                    var number = ++seen[i];
                    found ??= number >= rule.Nth && (rule.Times == 0 || number < rule.Nth + rule.Times) ? rule : null;
                }
            }
            return found;
        }
    }
}
