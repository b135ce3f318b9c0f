using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FineTune.Emulator.State;

/// <summary>How records are written: made at compile time, so that the start needs no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredFile))]
[JsonSerializable(typeof(StoredUpload))]
[JsonSerializable(typeof(StoredJob))]
[JsonSerializable(typeof(StoredDeployment))]
[JsonSerializable(typeof(StoredPermission))]
[JsonSerializable(typeof(StoredResponse))]
[JsonSerializable(typeof(StoredClock))]
[JsonSerializable(typeof(StoredRequest))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
internal sealed partial class StateJson : JsonSerializerContext;
