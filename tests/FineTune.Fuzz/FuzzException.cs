namespace FineTune.Fuzz;

/// <summary>An input that was read, but not as it should be.</summary>
internal sealed class FuzzException(string message) : Exception(message);
