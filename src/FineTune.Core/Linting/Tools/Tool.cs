using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Core.Linting.Tools;

/// <summary>A tool that an example declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What its arguments must match; null where it declares nothing, or nothing valid.</param>
internal sealed record Tool(string Name, JsonSchema? Parameters);
