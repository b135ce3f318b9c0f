namespace FineTune.Core.Manifest.Shapes;

/// <summary>A key that a mapping may have.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">What stands at it.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record KeyShape(string Name, Shape Value, bool Required = false);
