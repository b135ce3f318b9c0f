using System.Globalization;
using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Models;

/// <summary>The Models API.</summary>
internal sealed class ModelRoutes(EmulatorState state, BaseModels models, TunedModels tuned)
{
    public Task<Answer> ListAsync(Call call)
    {
        var all = models.All.Select(Of).Concat(tuned.All().Select(job => Of(TunedModels.NameOf(job), job)));
        return Task.FromResult<Answer>(JsonAnswer.Ok(new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. all]) }));
    }

    public Task<Answer> GetAsync(Call call)
    {
        var id = call.Route("id");
        return Task.FromResult<Answer>(
            tuned.Find(id) is { } job ? JsonAnswer.Ok(Of(id, job))
            : models.Find(id) is { } model && !id.StartsWith("ft:", StringComparison.Ordinal) ? JsonAnswer.Ok(Of(model))
            : Missing(id));
    }

    public Task<Answer> DeleteAsync(Call call)
    {
        var id = call.Route("id");
        if (tuned.Find(id) is { } job && TunedModels.NameOf(job) == id)
        {
            state.Jobs.Change(job.Id, current => current with { ModelDeleted = true });
            return Task.FromResult<Answer>(JsonAnswer.Ok(new JsonObject { ["id"] = id, ["object"] = "model", ["deleted"] = true }));
        }
        return Task.FromResult<Answer>(models.Find(id) is not null && !id.StartsWith("ft:", StringComparison.Ordinal)
            ? Refusal.Of(StatusCodes.Status403Forbidden, "You have insufficient permissions for this operation: a base model cannot be deleted.")
            : Missing(id));
    }

    /// <summary>What is answered for a model that is not there.</summary>
    public static Answer Missing(string id) => Refusal.NotFound(
        $"The model '{(id.Length > 100 ? id[..100] : id)}' does not exist or you do not have access to it.", "model", "model_not_found");

    private static JsonObject Of(CatalogModel model) => Of(model.Id, BaseModels.Created(model.Id), "system", model);

    private JsonObject Of(string id, StoredJob job) => Of(id, new JobTimeline(job).FinishedAt / 1000, "emulator", models.Find(job.Model));

    private static JsonObject Of(string id, long created, string owner, CatalogModel? source) => new()
    {
        ["id"] = id,
        ["object"] = "model",
        ["created"] = created,
        ["owned_by"] = owner,
        ["shutdown_date"] = source?.ShutDown?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
