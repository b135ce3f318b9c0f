using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4004: several system prompts that differ by little, as when somebody corrected some of the files.</summary>
internal sealed class SystemPromptDrift() : DatasetRule("FT4004", "system-prompt-drift", Severity.Info, "System prompts differ by little")
{
    /// <summary>More different prompts are made from a template.</summary>
    private const int MostPrompts = 40;

    /// <summary>More variants than these have one finding together.</summary>
    private const int MostSingle = 2;

    /// <summary>Still more are made from a template, too.</summary>
    private const int MostVariants = 20;

    private const int MostShown = 3;

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
            var drifts = FindDrifts(findings);
            if (drifts.Count <= MostSingle)
            {
                foreach (var drift in drifts)
                {
                    findings.Report(
                        rule,
                        drift.Place,
                        Instruction.In,
                        $"this system prompt ({Amount.Of(drift.Count, "example")}) differs little from that of {findings.Name(drift.Usual, drift.Place.File)} ({drift.UsualCount:N0}): {drift.Change}; which one will the model be given?");
                }
            }
            else if (drifts.Count <= MostVariants && !IsChoice(drifts))
            {
                var shown = drifts.Take(MostShown).Select(drift => $"{findings.Name(drift.Place, drifts[0].Place.File)} ({drift.Count:N0}), {drift.Change}");
                var more = drifts.Count > MostShown ? $"; and {drifts.Count - MostShown:N0} more" : "";
                findings.Report(
                    rule,
                    drifts[0].Place,
                    Instruction.In,
                    $"{drifts.Count:N0} system prompts differ little from that of {findings.Name(drifts[0].Usual, drifts[0].Place.File)} ({drifts[0].UsualCount:N0}) or from each other: {string.Join("; ", shown)}; which one will the model be given?");
            }
        }

        /// <summary>Prompts that are nearly one that more examples have, in order.</summary>
        private List<Drift> FindDrifts(DatasetFindings findings)
        {
            // The usual ones first; of equal ones the earlier.
            var known = new List<(long Count, ExamplePlace Place, string Text)>();
            var drifts = new List<Drift>();
            foreach (var (count, place) in prompts.Values.OrderByDescending(prompt => prompt.Count).ThenBy(prompt => prompt.First.File).ThenBy(prompt => prompt.First.Offset))
            {
                if (findings.ReadAgain(place) is not { } example || Instruction.TextOf(example) is not { Length: > 0 } text)
                {
                    continue;
                }
                var near = known.Select(other => (Other: other, Change: PromptChange.Between(other.Text, text))).FirstOrDefault(pair => pair.Change is not null);
                if (near.Change is { } change)
                {
                    drifts.Add(new Drift(place, count, near.Other.Place, near.Other.Count, change, PromptChange.SlotOf(near.Other.Text, text)));
                }
                known.Add((count, place, text));
            }
            return [.. drifts.OrderBy(drift => (drift.Place.File, drift.Place.Offset))];
        }

        /// <summary>Whether all have other words at one place: a language, a name, a tone is chosen there.</summary>
        private static bool IsChoice(List<Drift> drifts) => drifts[0].Slot >= 0 && drifts.All(drift => drift.Slot == drifts[0].Slot);
    }

    private sealed record Drift(ExamplePlace Place, long Count, ExamplePlace Usual, long UsualCount, string Change, int Slot);
}
