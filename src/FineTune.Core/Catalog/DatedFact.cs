namespace FineTune.Core.Catalog;

/// <summary>A day that a host announced.</summary>
/// <param name="Day">The day.</param>
/// <param name="Source">Where it is announced.</param>
internal sealed record DatedFact(DateOnly Day, string Source);
