using System.Text.Json;

namespace FineTune.Core.Planning;

/// <summary>What of a stored plan a release must find again.</summary>
/// <param name="Models">Of each model, in order, what was agreed to.</param>
internal sealed record StoredPlan(IReadOnlyList<StoredPlan.Entry> Models)
{
    private const int MaxBytes = 10_000_000;

    /// <summary>Reads what <see cref="PlanText"/> wrote.</summary>
    /// <exception cref="FormatException">It is not a plan that this build knows; the message says why.</exception>
    public static StoredPlan Parse(byte[] json)
    {
        if (json.Length > MaxBytes)
        {
            throw new FormatException($"the plan has {json.Length} bytes; the most that is read is {MaxBytes}");
        }
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var form = root.GetProperty("version").GetInt32();
            return form == PlanText.CurrentForm
                ? new StoredPlan([.. root.GetProperty("models").EnumerateArray().Select(ReadEntry)])
                : throw new FormatException($"the plan has form {form}; this build knows {PlanText.CurrentForm}");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("the plan is not one that \"finetune plan --output\" wrote", exception);
        }
    }

    /// <summary>What has changed since the plan was made, one line each; none where the plan may be carried out.</summary>
    public IReadOnlyList<string> StaleBecause(Plan fresh)
    {
        var names = Models.Select(entry => entry.Name).Union(fresh.Models.Select(model => model.Name));
        return [.. names.Select(name => Compare(name, Models.FirstOrDefault(entry => entry.Name == name), fresh.Find(name))).OfType<string>()];
    }

    private static string? Compare(string name, Entry? stored, PlannedModel? fresh) => (stored, fresh) switch
    {
        (null, _) => $"{name} is not in the plan",
        (_, null) => $"{Findings.SafeText.Quote(name)} is in the plan but no longer in the manifest",
        _ when stored.Digest != fresh.Digest => $"{name}: data or settings are not those of the plan",
        _ when stored.PreviousDigest != fresh.Previous?.Digest || stored.State != PlanText.NameOf(fresh.State) =>
            $"{name}: the plan says {stored.State}, it is {PlanText.NameOf(fresh.State)} now",
        _ when stored.CostUsd is { } cost && fresh.Cost is { } now && now.Usd > cost =>
            $"{name}: the plan says {cost:0.00} USD, it would cost {now.Usd:0.00} now",
        _ => null,
    };

    private static Entry ReadEntry(JsonElement json) => new(
        json.GetProperty("name").GetString() ?? "",
        json.GetProperty("state").GetString() ?? "",
        Find(json, "digest"),
        Find(json, "previous_digest"),
        json.TryGetProperty("cost", out var cost) ? cost.GetProperty("usd").GetDecimal() : null);

    private static string? Find(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>One model of a stored plan.</summary>
    internal sealed record Entry(string Name, string State, string? Digest, string? PreviousDigest, decimal? CostUsd);
}
