namespace FineTune.Core.Datasets.Json;

/// <summary>What stopped the reading of a line.</summary>
internal enum JsonFaultKind : byte
{
    None,

    /// <summary>The bytes at the offset are not JSON.</summary>
    Syntax,

    /// <summary>Objects or arrays lie more than 64 deep.</summary>
    TooDeep,
}
