using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2009 for hosts that know one name for each speaker of a ShareGPT file: lines with another are left out of the training.</summary>
internal sealed class RoleTagsDiffer() : DatasetRule(RoleUnknown.Rule)
{
    private static readonly string[][] Tags = [["human", "user"], ["gpt", "assistant", "model"], ["observation", "tool", "function_response", "tool_response"]];

    private static readonly string[] Known = [.. Tags.SelectMany(tags => tags)];

    public override bool AppliesTo(DatasetScope scope) => scope.Profile.OneTagPerRole;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    /// <summary>The names of the speakers of a ShareGPT example, a bit for each.</summary>
    public static uint MaskOf(Example example)
    {
        var mask = 0U;
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.RoleNode >= 0 && Array.IndexOf(Known, example.Show(message.RoleNode)) is >= 0 and var index)
            {
                mask |= 1U << index;
            }
        }
        return mask;
    }

    private sealed class Check(RoleTagsDiffer rule) : DatasetCheck
    {
        private readonly (ExamplePlace First, long Count)[] seen = new (ExamplePlace, long)[Known.Length];

        public override void Observe(in ExampleFacts facts, int file)
        {
            for (var i = 0; facts.Tags >> i != 0; i++)
            {
                if ((facts.Tags >> i & 1) != 0)
                {
                    seen[i] = seen[i].Count == 0 ? (new ExamplePlace(file, facts.Offset), 1) : (seen[i].First, seen[i].Count + 1);
                }
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            foreach (var tags in Tags)
            {
                var used = tags.Select(tag => Array.IndexOf(Known, tag)).Where(tag => seen[tag].Count > 0)
                    .OrderByDescending(tag => seen[tag].Count).ThenBy(tag => (seen[tag].First.File, seen[tag].First.Offset)).ToList();
                foreach (var odd in used.Skip(1))
                {
                    Report(findings, odd, used[0]);
                }
            }
        }

        private void Report(DatasetFindings findings, int odd, int usual)
        {
            var (place, count) = seen[odd];
            findings.Report(
                rule,
                place,
                example => PlaceOf(example, Known[odd]),
                $"the speaker is {SafeText.Quote(Known[odd])} on {Amount.Of(count, "line")} and {SafeText.Quote(Known[usual])} on {seen[usual].Count:N0}; {findings.Scope.Profile.Title} knows one name for each and leaves out the lines with another");
        }

        private static (int Start, int End)? PlaceOf(Example example, string tag)
        {
            foreach (ref readonly var message in example.Conversation)
            {
                if (message.RoleNode >= 0 && example.Show(message.RoleNode) == tag)
                {
                    return (example.Node(message.RoleNode).Start, example.Node(message.RoleNode).End);
                }
            }
            return null;
        }
    }
}
