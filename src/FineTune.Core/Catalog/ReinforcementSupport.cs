namespace FineTune.Core.Catalog;

/// <summary>What a host wants of reinforcement data.</summary>
internal sealed record ReinforcementSupport
{
    /// <summary>Whether examples may have a system message.</summary>
    public required bool SystemMessages { get; init; }

    /// <summary>Whether an example without any field beside its messages is worth a warning: the grader has nothing to compare with.</summary>
    public required bool FieldsExpected { get; init; }

    /// <summary>Whether the graders are those of OpenAI's API; other hosts have their own, which are not judged.</summary>
    public bool GradersOfTheApi { get; init; }

    /// <summary>Metrics of text similarity that the host does not have.</summary>
    public IReadOnlyList<string> RefusedMetrics { get; init => field = value ?? []; } = [];
}
