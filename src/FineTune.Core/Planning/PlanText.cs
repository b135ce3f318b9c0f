using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Planning;

/// <summary>A plan as JSON, for <c>plan --output</c>: stable, versioned, without machine paths.</summary>
internal static class PlanText
{
    /// <summary>Version of the form that this build writes and reads.</summary>
    public const int CurrentForm = 1;

    /// <summary>The text, with one LF at the end.</summary>
    public static string Of(Plan plan)
    {
        var models = new JsonArray();
        foreach (var model in plan.Models)
        {
            models.Add((JsonNode)Model(model));
        }
        return CanonicalJson.Indented(new JsonObject { ["version"] = CurrentForm, ["has_changes"] = plan.HasChanges, ["models"] = models });
    }

    /// <summary>A state's name, for example <c>up_to_date</c>.</summary>
    public static string NameOf(PlanState state) => state switch
    {
        PlanState.New => "new",
        PlanState.Changed => "changed",
        PlanState.UpToDate => "up_to_date",
        PlanState.Pending => "pending",
        PlanState.Pinned => "pinned",
        _ => "unmeasured",
    };

    private static JsonObject Model(PlannedModel model)
    {
        var provider = model.LockedProvider;
        var json = new JsonObject
        {
            ["name"] = model.Name,
            ["state"] = NameOf(model.State),
            ["would_train"] = model.WouldTrain,
            ["reasons"] = new JsonArray([.. model.Reasons.Select(reason => (JsonNode)reason)]),
            ["provider"] = new JsonObject { ["name"] = provider.Name, ["kind"] = provider.Kind },
            ["base_model"] = model.Model.BaseModel.Value,
            ["method"] = model.Model.Method.Name(),
        };
        Set(json, "digest", model.Digest);
        Set(json, "data_digest", model.DataDigest);
        Set(json, "previous_digest", model.Previous?.Digest);
        Set(json, "current_version", model.Current?.Number);
        Set(json, "training", Data(model.Training, model.WouldTrain));
        Set(json, "validation", Data(model.Validation, model.WouldTrain));
        Set(json, "contract", Contract(model.Contract));
        Set(json, "settings", model.Request is { } request ? JsonNode.Parse(request.Settings.Json) : null);
        Set(json, "max_cost_usd", model.Model.MaxCostUsd);
        if (model.WouldTrain)
        {
            Set(json, "cost", Cost(model.Cost));
            Set(json, "cost_unknown", model.Cost is null ? model.CostUnknown : null);
            Set(json, "estimates", model.Cost is null && model.Estimates.Count > 0 ? Names(model.Estimates) : null);
            Set(json, "blocked", BudgetGate.Of(model).Reason);
        }
        Set(json, "hosting", Hosting(HostingCost.Of(model.Provider)));
        return json;
    }

    private static JsonObject? Contract(Contract? contract)
    {
        if (contract is null or { IsEmpty: true })
        {
            return null;
        }
        var json = new JsonObject();
        Set(json, "system_prompt", contract.SystemPrompt);
        Set(json, "tools", contract.Tools);
        Set(json, "response_format", contract.ResponseFormat);
        return json;
    }

    private static JsonObject? Cost(CostEstimate? cost) => cost is null ? null : new JsonObject
    {
        ["usd"] = cost.Usd,
        ["trained_tokens"] = cost.TrainedTokens,
        ["tokens_per_epoch"] = cost.TokensPerEpoch,
        ["epochs"] = cost.Epochs,
        ["price_per_million"] = cost.PricePerMillion,
        ["price_from"] = cost.PriceIsOfManifest ? "manifest" : "catalog",
        ["exact"] = cost.IsExact,
        ["estimates"] = Names(cost.Estimates),
    };

    private static JsonObject? Hosting(HostingCost? hosting)
    {
        if (hosting is null)
        {
            return null;
        }
        var json = new JsonObject { ["deployment"] = hosting.Deployment, ["usd_per_hour"] = hosting.UsdPerHour, ["usd_per_month"] = hosting.UsdPerMonth };
        Set(json, "deleted_after_idle_days", hosting.IdleDays);
        Set(json, "deleted_after_hours", hosting.HoursKept);
        return json;
    }

    private static JsonArray Names(IReadOnlyList<string> names) => [.. names.Select(name => (JsonNode)name)];

    private static JsonObject? Data(LockedFile? file, bool wouldTrain)
    {
        if (file is null)
        {
            return null;
        }
        var json = new JsonObject { ["sha256"] = file.Sha256, ["bytes"] = file.Bytes, ["examples"] = file.Examples };
        Set(json, "tokens", wouldTrain ? file.Tokens : null);
        return json;
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
