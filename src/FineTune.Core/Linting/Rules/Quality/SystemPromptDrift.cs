using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4004: several system prompts that differ by little, as when somebody corrected some of the files.</summary>
internal sealed class SystemPromptDrift() : DatasetRule("FT4004", "system-prompt-drift", Severity.Info, "System prompts differ by little")
{
    /// <summary>More different prompts are made from a template.</summary>
    private const int MostPrompts = 40;

    /// <summary>More prompts near one are a choice: a language, a name, a product.</summary>
    private const int MostVariants = 2;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(SystemPromptDrift rule) : DatasetCheck
    {
        private readonly Dictionary<ulong, (long Count, ExamplePlace First)> prompts = [];

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Instruction != 0 && prompts.Count <= MostPrompts)
            {
                var known = prompts.TryGetValue(facts.Instruction, out var prompt) ? prompt : (0, new ExamplePlace(file, facts.Offset));
                prompts[facts.Instruction] = (known.Item1 + 1, known.Item2);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (prompts.Count < 2 || prompts.Count > MostPrompts)
            {
                return;
            }
            // The usual ones first; of equal ones the earlier.
            var known = new List<(long Count, ExamplePlace Place, string Text)>();
            var drifts = new List<(ExamplePlace Place, string Message)>();
            foreach (var (count, place) in prompts.Values.OrderByDescending(prompt => prompt.Count).ThenBy(prompt => prompt.First.File).ThenBy(prompt => prompt.First.Offset))
            {
                if (findings.ReadAgain(place) is not { } example || Instruction.TextOf(example) is not { Length: > 0 } text)
                {
                    continue;
                }
                var near = known.Select(other => (Other: other, Change: PromptChange.Between(other.Text, text))).FirstOrDefault(pair => pair.Change is not null);
                if (near.Change is { } change)
                {
                    drifts.Add((place, $"this system prompt ({Words.Count(count, "example")}) differs little from that of {findings.Name(near.Other.Place, place.File)} ({near.Other.Count:N0}): {change}; which one will the model be given?"));
                }
                known.Add((count, place, text));
            }
            if (drifts.Count <= MostVariants)
            {
                foreach (var (place, message) in drifts.OrderBy(drift => (drift.Place.File, drift.Place.Offset)))
                {
                    findings.Report(rule, place, Instruction.In, message);
                }
            }
        }
    }
}
