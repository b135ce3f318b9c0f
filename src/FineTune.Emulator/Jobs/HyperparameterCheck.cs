using System.Globalization;
using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Jobs;

/// <summary>Holds hyperparameters against the ranges of the catalog.</summary>
internal static class HyperparameterCheck
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
            return JobRefusal.Invalid("hyperparameters", "an object");
        }
        return given.EnumerateObject()
            .Where(pair => pair.Value.ValueKind != JsonValueKind.Null)
            .Select(pair => Check(pair.Name, pair.Value, TuningMethods.Find(method)!.Value, limits))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static Answer? Check(string name, JsonElement value, TuningMethod method, JobLimits limits)
    {
        if (!limits.Hyperparameters.TryGetValue(name, out var range) || (range.Methods.Count > 0 && !range.Methods.Contains(method)))
        {
            return ParameterRefusal.Unknown($"hyperparameters.{name}");
        }
        return Fits(value, range) ? null : JobRefusal.Invalid($"hyperparameters.{name}", Wanted(range));
    }

    private static bool Fits(JsonElement value, HyperparameterRange range) => value.ValueKind switch
    {
        JsonValueKind.String => range.Words.Contains(value.GetString()),
        JsonValueKind.True or JsonValueKind.False => range.Flag,
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) =>
            IsNumeric(range)
            && (!range.Whole || value.TryGetInt32(out _))
            && (range.Min is not { } min || (range.AboveMin ? number > min : number >= min))
            && (range.Max is not { } max || number <= max),
        _ => false,
    };

    private static bool IsNumeric(HyperparameterRange range) => !range.Flag && (range.Whole || range.Min is not null || range.Max is not null);

    private static string Wanted(HyperparameterRange range)
    {
        var words = range.Words.Select(word => $"\"{word}\"");
        var number = IsNumeric(range) ? new[] { $"a {(range.Whole ? "whole " : "")}number{From(range)}{To(range)}" } : [];
        return string.Join(" or ", range.Flag ? ["true or false"] : words.Concat(number));
    }

    private static string From(HyperparameterRange range) =>
        range.Min is { } min ? $" {(range.AboveMin ? "above" : "from")} {min.ToString(CultureInfo.InvariantCulture)}" : "";

    private static string To(HyperparameterRange range) =>
        range.Max is { } max ? $" to {max.ToString(CultureInfo.InvariantCulture)}" : "";
}
