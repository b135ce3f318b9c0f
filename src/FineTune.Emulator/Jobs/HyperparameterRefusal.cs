using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Jobs;

/// <summary>Holds hyperparameters against the ranges of the catalog.</summary>
internal static class HyperparameterRefusal
{
    /// <summary>The refusal of the first that is wrong; null where all are fine.</summary>
    public static Answer? Find(JsonElement? values, string method, JobLimits limits)
    {
        if (values is not { } given)
        {
            return null;
        }
        if (given.ValueKind != JsonValueKind.Object)
        {
            return BodyRefusal.Invalid("hyperparameters", "an object");
        }
        return given.EnumerateObject()
            .Where(pair => pair.Value.ValueKind != JsonValueKind.Null)
            .Select(pair => Check(pair.Name, pair.Value, TuningMethods.Find(method)!.Value, limits))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static Answer? Check(string name, JsonElement value, TuningMethod method, JobLimits limits)
    {
        if (!limits.Hyperparameters.TryGetValue(name, out var range) || !range.IsFor(method))
        {
            return ParameterRefusal.Unknown($"hyperparameters.{name}");
        }
        return Fits(value, range) ? null : BodyRefusal.Invalid($"hyperparameters.{name}", range.Wanted);
    }

    private static bool Fits(JsonElement value, HyperparameterRange range) => value.ValueKind switch
    {
        JsonValueKind.String => range.Fits(value.GetString()!),
        JsonValueKind.True or JsonValueKind.False => range.Flag,
        JsonValueKind.Number => value.TryGetDouble(out var number) && double.IsFinite(number) && range.Fits(number, value.TryGetInt32(out _)),
        _ => false,
    };
}
