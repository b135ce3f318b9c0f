namespace FineTune.Providers.Releasing.Pruning;

/// <summary>Why something that no lock names stays.</summary>
internal enum PruneKeeping
{
    /// <summary>It is younger than asked for, or the provider does not say how old it is.</summary>
    Young,

    /// <summary>Another project has trained or taken over the same: its lock may name it.</summary>
    Shared,
}
