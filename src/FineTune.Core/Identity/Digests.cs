using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Manifest;

namespace FineTune.Core.Identity;

/// <summary>
/// The two hashes that identify a training. Each is the SHA-256, in lower-case hex, of a JSON object in canonical form
/// (UTF-8 without white space, keys in ordinal order, numbers normalised so that <c>3</c> and <c>3.0</c> are the same, members that are not set left out).
/// </summary>
internal static class Digests
{
    /// <summary>
    /// Hash of <c>base_model</c>, <c>endpoint</c> (as written, <c>${NAME}</c> not filled in), <c>method</c>, <c>provider</c> (the kind),
    /// <c>settings</c> (see <see cref="TrainingSettings"/>; <c>auto</c> stays <c>auto</c>), <c>training</c> and <c>validation</c> (hashes of the uploads).
    /// </summary>
    /// <param name="request">What would be trained.</param>
    public static string Of(TrainingRequest request) => Of(
        request.Provider.Name(),
        request.Endpoint,
        request.BaseModel,
        request.Method.Name(),
        request.Settings,
        request.TrainingSha256,
        request.ValidationSha256);

    /// <summary>Hash of the content alone: <c>training</c> and <c>validation</c>, the hashes of the uploads.</summary>
    /// <param name="trainingSha256">SHA-256 of the training upload, lower-case hex.</param>
    /// <param name="validationSha256">SHA-256 of the validation upload; null without one.</param>
    public static string OfData(string trainingSha256, string? validationSha256) =>
        Hash(Object(("training", trainingSha256), ("validation", validationSha256)));

    internal static string Of(
        string provider, string? endpoint, string baseModel, string method, TrainingSettings settings, string trainingSha256, string? validationSha256)
    {
        var request = Object(
            ("base_model", baseModel),
            ("endpoint", endpoint),
            ("method", method),
            ("provider", provider),
            ("training", trainingSha256),
            ("validation", validationSha256));
        request["settings"] = JsonNode.Parse(settings.Json);
        return Hash(request);
    }

    private static JsonObject Object(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                result[name] = value;
            }
        }
        return result;
    }

    private static string Hash(JsonObject request) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Compact(request)))).ToLowerInvariant();
}
