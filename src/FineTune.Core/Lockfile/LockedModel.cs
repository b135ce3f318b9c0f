namespace FineTune.Core.Lockfile;

/// <summary>One model of a lock.</summary>
public sealed record LockedModel
{
    /// <summary>Number of the version that the constants name: the newest, or the one that was pinned; null before the first success.</summary>
    public int? Current { get; init; }

    /// <summary>Why <see cref="Current"/> is not the newest; null where it is.</summary>
    public Pin? Pinned { get; init; }

    /// <summary>Trained versions, newest first.</summary>
    public IReadOnlyList<LockedVersion> Versions { get; init; } = [];

    /// <summary>Trainings that have not succeeded: pending, failed, cancelled; newest first.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>The version that the constants name, as its pinned checkpoint where one is pinned; null before the first success.</summary>
    public LockedVersion? CurrentVersion =>
        Versions.FirstOrDefault(version => version.Number == Current) is { } version
            ? Pinned?.Step is { } step ? version.At(step) : version
            : null;
}
