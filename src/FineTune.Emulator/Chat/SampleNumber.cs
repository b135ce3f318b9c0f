using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Chat;

/// <summary>A number for a JSON Schema: the one nearest to 0 that it allows.</summary>
internal static class SampleNumber
{
    public static JsonNode Of(JsonElement schema, bool whole)
    {
        var step = Value(schema, "multipleOf") ?? (whole ? 1 : 0);
        var low = Value(schema, "minimum") ?? double.NegativeInfinity;
        var high = Value(schema, "maximum") ?? double.PositiveInfinity;
        var above = Value(schema, "exclusiveMinimum") ?? double.NegativeInfinity;
        var below = Value(schema, "exclusiveMaximum") ?? double.PositiveInfinity;
        var number = Math.Clamp(0, Math.Min(Math.Max(low, above), Math.Min(high, below)), Math.Min(high, below));
        if (step > 0)
        {
            number = (number < 0 ? Math.Floor(number / step) : Math.Ceiling(number / step)) * step;
        }
        number += number <= above ? Apart(step, above, below) : number >= below ? -Apart(step, above, below) : 0;
        number = double.IsFinite(number) ? number : 0;
        return whole && Math.Abs(number) < long.MaxValue ? (long)number : number;
    }

    private static double Apart(double step, double above, double below) =>
        step > 0 ? step : double.IsFinite(below - above) ? (below - above) / 2 : 1;

    private static double? Value(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
}
