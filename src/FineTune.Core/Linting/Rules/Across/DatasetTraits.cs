using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>What a dataset shows at all: roles, lists of tools, system prompts, each with its first place.</summary>
internal sealed class DatasetTraits
{
    /// <summary>More different prompts or lists than this are made from a template.</summary>
    public const int Most = 100;

    /// <summary>Lists of tools by their hash.</summary>
    public Dictionary<ulong, ExamplePlace> Tools { get; } = [];

    /// <summary>System prompts by their hash, with how many examples have them.</summary>
    public Dictionary<ulong, (long Count, ExamplePlace First)> Prompts { get; } = [];

    /// <summary>Roles, with the first example that has them.</summary>
    public SortedDictionary<MessageRole, ExamplePlace> Roles { get; } = [];

    public void Observe(in ExampleFacts facts, int file)
    {
        var place = new ExamplePlace(file, facts.Offset);
        if (facts.Tools != 0 && Tools.Count <= Most)
        {
            Tools.TryAdd(facts.Tools, place);
        }
        if (facts.Instruction != 0 && Prompts.Count <= Most)
        {
            Prompts[facts.Instruction] = Prompts.TryGetValue(facts.Instruction, out var known) ? (known.Count + 1, known.First) : (1, place);
        }
        for (var role = MessageRole.System; role <= MessageRole.Function; role++)
        {
            if ((facts.Roles & (1 << (int)role)) != 0)
            {
                Roles.TryAdd(role, place);
            }
        }
    }
}
