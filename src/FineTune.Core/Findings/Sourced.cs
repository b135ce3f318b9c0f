namespace FineTune.Core.Findings;

/// <summary>A value of the manifest with the place it is written at.</summary>
/// <param name="Value">The value.</param>
/// <param name="Where">The YAML node of the value.</param>
internal sealed record Sourced<T>(T Value, SourceSpan Where)
{
    /// <inheritdoc/>
    public override string ToString() => Value?.ToString() ?? "";
}
