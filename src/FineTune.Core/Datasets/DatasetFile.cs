namespace FineTune.Core.Datasets;

/// <summary>One file of a dataset that was read.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Places">What finds the line of an offset.</param>
internal sealed record DatasetFile(string Path, LinePlaces Places);
