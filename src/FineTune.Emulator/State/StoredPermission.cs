namespace FineTune.Emulator.State;

/// <summary>Leave for a project to use a checkpoint of a tuned model.</summary>
internal sealed record StoredPermission : IStored
{
    public required string Id { get; init; }

    public required long Sequence { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>The ID of the checkpoint's model.</summary>
    public required string Checkpoint { get; init; }

    public required string Project { get; init; }
}
