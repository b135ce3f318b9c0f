namespace FineTune.Emulator.State;

/// <summary>A deployment of the Azure view.</summary>
internal sealed record StoredDeployment : IStored
{
    public required string Id { get; init; }

    public required long Sequence { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>Path under Resource Manager, as it was written.</summary>
    public required string ResourceId { get; init; }

    public required string Name { get; init; }

    public required string Model { get; init; }

    public required string Sku { get; init; }

    public required int Capacity { get; init; }
}
