namespace FineTune.Core.Catalog;

/// <summary>Where numbers of a profile were read.</summary>
/// <param name="Title">What was read, and its address where it has one.</param>
/// <param name="Read">The day it was read.</param>
internal sealed record CatalogSource(string Title, DateOnly Read);
