namespace FineTune.Core.Datasets.Json;

/// <summary>Why a line could not be read as JSON.</summary>
/// <param name="Kind">What stopped the reading.</param>
/// <param name="Offset">Byte offset in the line at which it stopped.</param>
internal readonly record struct JsonFault(JsonFaultKind Kind, int Offset)
{
    public static JsonFault None => default;
}
