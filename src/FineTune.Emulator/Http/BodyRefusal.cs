namespace FineTune.Emulator.Http;

/// <summary>How the API refuses what a call is made with.</summary>
internal static class BodyRefusal
{
    public static Answer Missing(string param) =>
        Refusal.BadRequest($"you must provide a {param} parameter", param);

    public static Answer Invalid(string param, string must) =>
        Refusal.BadRequest($"Invalid '{param}': must be {must}.", param, "invalid_value");

    public static Answer UnknownModel(string model) =>
        Refusal.BadRequest($"Model {(model.Length > 100 ? model[..100] : model)} is not available for fine-tuning or does not exist.", "model", "model_not_found");

    public static Answer UnknownFile(string param, string id) =>
        Refusal.BadRequest($"invalid {param}: {(id.Length > 100 ? id[..100] : id)}", param, "file_not_found");
}
