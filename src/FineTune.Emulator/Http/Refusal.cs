using System.Text.Json.Nodes;

namespace FineTune.Emulator.Http;

/// <summary>Answers that say no, in the API's shape.</summary>
internal static class Refusal
{
    public static JsonAnswer BadRequest(string message, string? param = null, string? code = null) =>
        Of(StatusCodes.Status400BadRequest, message, param, code);

    public static JsonAnswer NotFound(string message, string? param = null, string? code = null) =>
        Of(StatusCodes.Status404NotFound, message, param, code);

    public static JsonAnswer Of(int status, string message, string? param = null, string? code = null, string type = "invalid_request_error") =>
        new(status, new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = param, ["code"] = code },
        });
}
