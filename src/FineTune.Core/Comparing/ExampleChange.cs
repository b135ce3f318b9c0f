namespace FineTune.Core.Comparing;

/// <summary>An example that differs between two states of a dataset.</summary>
/// <param name="Before">The earlier one; null where it was added.</param>
/// <param name="After">The later one; null where it was removed.</param>
internal sealed record ExampleChange(ExampleWords? Before, ExampleWords? After);
