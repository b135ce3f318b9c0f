using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Models;

/// <summary>Which projects may use a checkpoint. They are kept and shown; the emulator has one project, so they change nothing.</summary>
internal sealed class PermissionRoutes(EmulatorState state, TunedModels tuned)
{
    private const int MostOfAPage = 100;
    private const int MostProjects = 100;

    private static readonly IReadOnlyDictionary<string, Parameter> Known = ParameterCheck.Table(Parameter.List("project_ids", MostProjects));

    public async Task<Answer> CreateAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if ((body.Refusal ?? ParameterCheck.Find(body.Value, Known)) is { } refusal)
        {
            return refusal;
        }
        if (ProjectsOf(body.Value) is not { } projects)
        {
            return ParameterRefusal.Wrong("project_ids", "Invalid 'project_ids': must be a list of at least one project ID.");
        }
        var checkpoint = call.Route("checkpoint");
        if (tuned.Find(checkpoint) is null)
        {
            return ModelRoutes.Missing(checkpoint);
        }
        var made = projects.Select(project => Of(checkpoint).FirstOrDefault(known => known.Project == project) ?? state.Permissions.Add(sequence => new StoredPermission
        {
            Id = Identifier.New("cp_", 24),
            Sequence = sequence,
            CreatedAt = state.Clock.Now,
            Checkpoint = checkpoint,
            Project = project,
        })).ToList();
        return Shown(new Page<StoredPermission>(made, HasMore: false));
    }

    public Task<Answer> ListAsync(Call call)
    {
        var checkpoint = call.Route("checkpoint");
        if (tuned.Find(checkpoint) is null)
        {
            return Task.FromResult(ModelRoutes.Missing(checkpoint));
        }
        string[] orders = ["ascending", "descending"];
        if (call.Query("order") is { } order && !orders.Contains(order))
        {
            return Task.FromResult(ParameterRefusal.WrongValue("order", order, orders));
        }
        var project = call.Query("project_id");
        var found = Of(checkpoint).Where(permission => project is null || permission.Project == project);
        var ordered = call.Query("order") == "ascending" ? found : found.Reverse();
        var page = Page<StoredPermission>.Cut(call, [.. ordered], permission => permission.Id, 10, MostOfAPage);
        return Task.FromResult(page.Value is { } cut ? Shown(cut) : page.Refusal!);
    }

    public Task<Answer> DeleteAsync(Call call)
    {
        var id = call.Route("id");
        var isOf = state.Permissions.Find(id)?.Checkpoint == call.Route("checkpoint");
        return Task.FromResult<Answer>(isOf && state.Permissions.Remove(id)
            ? JsonAnswer.Ok(new JsonObject { ["object"] = "checkpoint.permission", ["id"] = id, ["deleted"] = true })
            : Refusal.NotFound("No such permission of this checkpoint.", "permission_id"));
    }

    private IEnumerable<StoredPermission> Of(string checkpoint) => state.Permissions.All().Where(permission => permission.Checkpoint == checkpoint);

    private static List<string>? ProjectsOf(JsonElement body)
    {
        var projects = BodyFields.Value(body, "project_ids") is { } list ? list.EnumerateArray().Select(id => BodyFields.Text(id) ?? "").Distinct().ToList() : [];
        return projects.Count > 0 && projects.TrueForAll(id => id.Length is > 0 and <= 200) ? projects : null;
    }

    private static JsonAnswer Shown(Page<StoredPermission> page)
    {
        var json = page.ToJson(permission => new JsonObject
        {
            ["object"] = "checkpoint.permission",
            ["id"] = permission.Id,
            ["created_at"] = permission.CreatedAt / 1000,
            ["project_id"] = permission.Project,
        });
        json["first_id"] = page.First?.Id;
        json["last_id"] = page.Last?.Id;
        return JsonAnswer.Ok(json);
    }
}
