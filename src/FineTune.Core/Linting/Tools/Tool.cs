using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Core.Linting.Tools;

/// <summary>A tool that an example declares.</summary>
/// <param name="Parameters">What its arguments must match; null where it declares nothing, or nothing valid.</param>
internal sealed record Tool(JsonSchema? Parameters);
