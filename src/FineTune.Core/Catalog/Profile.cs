using FineTune.Core.Findings;

namespace FineTune.Core.Catalog;

/// <summary>What one host accepts and offers: numbers and dates from its documentation, kept as data in <c>Catalog/profiles</c>.</summary>
internal sealed record Profile
{
    /// <summary>Name, for example <c>openai</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people, for example <c>OpenAI</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Methods that the host offers at all.</summary>
    public required IReadOnlyList<TuningMethod> Methods { get; init; }

    /// <summary>Names of the same host's other profiles, which offer the methods that this one does not.</summary>
    public IReadOnlyList<string> Sisters { get; init => field = value ?? []; } = [];

    /// <summary>Severities that differ from the rules' own, by rule code.</summary>
    public required IReadOnlyDictionary<string, Severity> Severities { get; init; }

    /// <summary>Roles a message may have.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Keys that a line in <c>messages</c> format may have.</summary>
    public required IReadOnlyList<string> TopLevelKeys { get; init; }

    /// <summary>Keys that a message may have.</summary>
    public required IReadOnlyList<string> MessageKeys { get; init; }

    /// <summary>Roles whose content may be a list of parts.</summary>
    public required IReadOnlyList<string> PartRoles { get; init; }

    /// <summary>Formats that the host reads beside those that every method has: <c>text</c>, <c>prompt_completion</c>, <c>sharegpt</c> and so on.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>Whether the host reads nothing but <see cref="Formats"/>.</summary>
    public bool OwnFormatsOnly { get; init; }

    /// <summary>Whether the host reads the columns that its configuration names and no others: what else is there does no harm.</summary>
    public bool ReadsNamedColumnsOnly { get; init; }

    /// <summary>Types of content parts whose content may stand under <c>value</c>, for example <c>reasoning</c>.</summary>
    public IReadOnlyList<string> ValueParts { get; init => field = value ?? []; } = [];

    /// <summary>Whether the host loads a file only where each of its columns, at any depth, is of one type on all lines.</summary>
    public bool OneTypePerColumn { get; init; }

    /// <summary>Whether the host knows one name for each speaker of a ShareGPT file and leaves out the examples with another.</summary>
    public bool OneTagPerRole { get; init; }

    /// <summary>Whether prompt and completion of a pair must both be text or both be messages.</summary>
    public bool PairsOfOneKind { get; init; }

    /// <summary>Whether a line may be a text, or a question, with <c>labels</c>: what a classifier is trained on.</summary>
    public bool Labels { get; init; }

    /// <summary>Whether an output of a preference example may go on over calls and their results, instead of being one message.</summary>
    public bool OutputsGoOn { get; init; }

    /// <summary>Whether a file starts with a byte-order mark.</summary>
    public required ByteOrderMark ByteOrderMark { get; init; }

    /// <summary>What the host takes of weights, where a message may have one.</summary>
    public required WeightSupport Weights { get; init; }

    /// <summary>What the host takes of tools.</summary>
    public required ToolSupport Tools { get; init; }

    /// <summary>What the host takes of images.</summary>
    public required ImageSupport Images { get; init; }

    /// <summary>What the host wants of reinforcement data.</summary>
    public required ReinforcementSupport Reinforcement { get; init; }

    /// <summary>Keys that a line in <c>messages</c> format may have, whatever the method: those of a conversation, a weight and labels where lines have them.</summary>
    internal bool KnowsKey(string key) => TopLevelKeys.Contains(key) || (key == "weight" && Weights.Sample is not null) || (key == "labels" && Labels);

    /// <summary>Numbers that data may not pass.</summary>
    public required DataLimits Limits { get; init; }

    /// <summary>What a job may be told.</summary>
    public required JobLimits Job { get; init; }

    /// <summary>What differs in the host's API.</summary>
    public required HostQuirks Host { get; init; }

    /// <summary>Models that can be tuned.</summary>
    public required IReadOnlyList<CatalogModel> Models { get; init; }

    /// <summary>The last day on which the host takes new jobs of anybody; null where no such day is announced.</summary>
    public DatedFact? NoNewJobsAfter { get; init; }

    /// <summary>The day since which the host, which says that it no longer supports training, does not document its API; null where it supports it.</summary>
    public DatedFact? Unsupported { get; init; }

    /// <summary>Where the numbers were read, and when.</summary>
    public required IReadOnlyList<CatalogSource> Sources { get; init; }

    /// <summary>The newest day on which a source was read.</summary>
    public DateOnly LastRead => Sources.Max(source => source.Read);

    /// <summary>The model of an ID or alias; null for one that the catalog does not know.</summary>
    /// <param name="id">Base model as the manifest names it; a tuned model's ID (<c>ft:base:…</c>, on Azure <c>base.ft-…</c>) finds its base.</param>
    public CatalogModel? FindModel(string id)
    {
        var name = id.StartsWith("ft:", StringComparison.Ordinal) ? id.Split(':')[1] : id.Split(".ft-")[0];
        return Models.FirstOrDefault(model => model.Id == name || model.Aliases.Contains(name));
    }
}
