using System.Text.Json.Serialization;

namespace FineTune.Benchmarks.Results;

[JsonSerializable(typeof(StoredResults))]
internal sealed partial class ResultsJson : JsonSerializerContext;
