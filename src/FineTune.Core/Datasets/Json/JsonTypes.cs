using System.Text.Json.Serialization;

namespace FineTune.Core.Datasets.Json;

/// <summary>What is written as JSON by its type: nothing is looked up while the program runs, so that it can be compiled ahead.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class JsonTypes : JsonSerializerContext;
