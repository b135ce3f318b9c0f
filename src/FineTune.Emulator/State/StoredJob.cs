using System.Text.Json;

namespace FineTune.Emulator.State;

/// <summary>A job as it was asked for, and what happened to it; times are milliseconds of the Unix epoch. Its progress follows from these by the clock.</summary>
internal sealed record StoredJob : IStored
{
    public required string Id { get; init; }

    public required long Sequence { get; init; }

    public required long CreatedAt { get; init; }

    public required string Model { get; init; }

    public required string TrainingFile { get; init; }

    public string? ValidationFile { get; init; }

    public string? Suffix { get; init; }

    public required int Seed { get; init; }

    /// <summary><c>supervised</c>, <c>dpo</c> or <c>reinforcement</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Hyperparameters, grader and the like as they were sent; null for none.</summary>
    public JsonElement? MethodSettings { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public JsonElement? Integrations { get; init; }

    /// <summary>Whether it was created through the Azure view.</summary>
    public bool Azure { get; init; }

    public string? TrainingType { get; init; }

    /// <summary>How fast it moves; 1 takes a few seconds.</summary>
    public required double Speed { get; init; }

    /// <summary>What the check of its files found; null until it is over.</summary>
    public StoredCheck? Check { get; init; }

    public IReadOnlyList<StoredPause> Pauses { get; init; } = [];

    public long? CancelledAt { get; init; }

    /// <summary>Whether its end was seen and its results written.</summary>
    public bool Settled { get; init; }

    public bool ModelDeleted { get; init; }
}
