using System.Text.Json;
using FineTune.Emulator.Chat;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Responses;

/// <summary>What of a request for a response the emulator heeds.</summary>
/// <param name="Body">The request as it came.</param>
/// <param name="Model">The model.</param>
/// <param name="Input">The items of the request.</param>
internal sealed record ResponseRequest(JsonElement Body, string Model, IReadOnlyList<JsonElement> Input)
{
    public required ResponseFormat Format { get; init; }

    public required ToolChoice Tools { get; init; }

    public required AnswerLimits Limits { get; init; }

    public bool Stream { get; private init; }

    /// <summary>Whether it is kept, to be fetched or gone on from.</summary>
    public bool Store { get; private init; }

    /// <summary>The response that this one goes on from; null for none.</summary>
    public string? Previous { get; private init; }

    public static Outcome<ResponseRequest> Read(JsonElement body)
    {
        var model = BodyFields.Text(BodyFields.Value(body, "model"));
        var input = ResponseInput.Read(BodyFields.Value(body, "input"));
        var text = BodyFields.Value(body, "text") is { ValueKind: JsonValueKind.Object } given ? BodyFields.Value(given, "format") : null;
        var format = ResponseFormat.Read(text, "text.format", inside: null);
        var tools = ToolChoice.Read(body, nested: false);
        var refusal = ParameterCheck.Find(body, ResponseParameters.All)
            ?? (model is null or "" ? ParameterRefusal.Missing("model") : null)
            ?? input.Refusal ?? format.Refusal ?? tools.Refusal ?? BodyFields.Metadata(body).Refusal;
        return refusal is not null ? new Outcome<ResponseRequest>(null, refusal) : new ResponseRequest(body, model!, input.Value!)
        {
            Format = format.Value!,
            Tools = tools.Value!,
            Limits = new AnswerLimits([], BodyFields.Value(body, "max_output_tokens") is { } most ? (long)most.GetDouble() : null),
            Stream = BodyFields.Value(body, "stream") is { ValueKind: JsonValueKind.True },
            Store = BodyFields.Value(body, "store") is not { ValueKind: JsonValueKind.False },
            Previous = BodyFields.Text(BodyFields.Value(body, "previous_response_id")),
        };
    }
}
