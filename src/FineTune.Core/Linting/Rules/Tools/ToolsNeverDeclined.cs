using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT4018: every example that offers tools calls one, or a tool is declared and never called; said once.</summary>
internal sealed class ToolsNeverDeclined() : DatasetRule("FT4018", "tools-never-declined", Severity.Warning, "Tools are always called, or one of them never")
{
    internal override bool OncePerFile => true;

    private const int FewestExamples = 20;

    private const int Shown = 3;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training && scope.Method == TuningMethod.Supervised;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(ToolsNeverDeclined rule) : DatasetCheck
    {
        private readonly HashSet<ulong> called = [];

        /// <summary>Lists of tools, with how many examples have them.</summary>
        private readonly Dictionary<ulong, (long Examples, ExamplePlace First)> lists = [];

        private long offering;

        private long calling;

        private long declining;

        private ExamplePlace first;

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Tools == 0 || facts.Format != ExampleFormat.Chat)
            {
                return;
            }
            var place = new ExamplePlace(file, facts.Offset);
            first = offering++ == 0 ? place : first;
            calling += facts.ToolUse.Called is null ? 0 : 1;
            declining += facts.ToolUse.Declines ? 1 : 0;
            called.UnionWith(facts.ToolUse.Called ?? []);
            if (lists.TryGetValue(facts.Tools, out var known))
            {
                lists[facts.Tools] = (known.Examples + 1, known.First);
            }
            else if (lists.Count <= DatasetTraits.Most)
            {
                lists[facts.Tools] = (1, place);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (calling < FewestExamples)
            {
                return;
            }
            var faults = new List<string>();
            if (calling == offering && declining == 0)
            {
                faults.Add($"each of the {offering:N0} examples that offer tools calls one, and none answers a user without a call; a model that never sees that will call a tool where none fits. Add examples that answer without");
            }
            var (names, examples) = NeverCalled(findings);
            if (names.Count > 0)
            {
                var (tools, are) = names.Count == 1 ? ("the tool", "is") : ("the tools", "are");
                var shown = string.Join(", ", names.Take(Shown).Select(SafeText.Quote)) + InWords.More(names.Count - Shown);
                faults.Add($"{tools} {shown} {are} declared in {examples:N0} examples and never called; the model learns not to");
            }
            if (faults.Count > 0)
            {
                findings.Report(rule, first, static example => (example.Node(example.Tools).Start, example.Node(example.Tools).End), string.Join("; and ", faults));
            }
        }

        /// <summary>The tools that no example calls though enough declare them, and how many do at least.</summary>
        private (List<string> Names, long Examples) NeverCalled(DatasetFindings findings)
        {
            // More lists than these are chosen for each question: what does not fit is meant to be left alone.
            if (lists.Count > DatasetTraits.Most)
            {
                return ([], 0);
            }
            var declared = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var (examples, place) in lists.Values)
            {
                foreach (var name in findings.ReadAgain(place) is { } example ? ToolBox.Of(example).Names : [])
                {
                    declared[name] = declared.GetValueOrDefault(name) + examples;
                }
            }
            var never = declared.Where(tool => tool.Value >= FewestExamples && !called.Contains(ToolUses.HashOf(tool.Key))).ToList();
            return ([.. never.Select(tool => tool.Key)], never.Count == 0 ? 0 : never.Min(tool => tool.Value));
        }
    }
}
