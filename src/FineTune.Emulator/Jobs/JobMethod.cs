using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Emulator.Graders;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Jobs;

/// <summary>How a job trains: the method, and its settings as they were sent.</summary>
/// <param name="Name"><c>supervised</c>, <c>dpo</c> or <c>reinforcement</c>.</param>
/// <param name="Settings">Hyperparameters, grader and the like; null for none.</param>
internal sealed record JobMethod(string Name, JsonElement? Settings)
{
    /// <summary>Reads <c>method</c>, or the older <c>hyperparameters</c> beside it.</summary>
    public static Outcome<JobMethod> Read(JsonElement body, Profile profile)
    {
        if (BodyFields.Value(body, "method") is not { } method)
        {
            return ReadOlder(body, profile.Job);
        }
        var name = method.ValueKind == JsonValueKind.Object ? BodyFields.Text(BodyFields.Value(method, "type")) : null;
        if (name is not ("supervised" or "dpo" or "reinforcement"))
        {
            return Refused(BodyRefusal.Invalid("method.type", "supervised, dpo or reinforcement"));
        }
        var settings = BodyFields.Value(method, name);
        if (settings is { ValueKind: not JsonValueKind.Object })
        {
            return Refused(BodyRefusal.Invalid($"method.{name}", "an object"));
        }
        var refusal = HyperparameterRefusal.Find(settings is { } given ? BodyFields.Value(given, "hyperparameters") : null, name, profile.Job)
            ?? CheckGrader(name, settings, profile);
        return refusal is null ? new JobMethod(name, settings?.Clone()) : Refused(refusal);
    }

    private static Outcome<JobMethod> ReadOlder(JsonElement body, JobLimits limits)
    {
        var older = BodyFields.Value(body, "hyperparameters");
        if (HyperparameterRefusal.Find(older, "supervised", limits) is { } refusal)
        {
            return Refused(refusal);
        }
        // The settings are kept in the newer shape, whichever way they came.
        return new JobMethod("supervised", older is { } values ? JsonDocument.Parse($"{{\"hyperparameters\":{values.GetRawText()}}}").RootElement.Clone() : null);
    }

    private static Outcome<JobMethod> Refused(Answer refusal) => new(null, refusal);

    private static Answer? CheckGrader(string method, JsonElement? settings, Profile profile)
    {
        if (method != "reinforcement")
        {
            return null;
        }
        var grader = settings is { } given ? BodyFields.Value(given, "grader") : null;
        return grader is not { ValueKind: JsonValueKind.Object } found ? BodyRefusal.Missing("method.reinforcement.grader")
            : GraderFault.Of(found, profile) is { } fault ? ParameterRefusal.Wrong("method.reinforcement.grader", fault)
            : null;
    }
}
