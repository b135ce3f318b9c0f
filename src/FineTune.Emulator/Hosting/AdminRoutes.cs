using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Hosting;

/// <summary>What tests ask of the emulator itself.</summary>
internal sealed class AdminRoutes(EmulatorState state)
{
    private const double LongestAdvance = 100L * 366 * 24 * 3600;

    public Task<Answer> RequestsAsync(Call call) => Task.FromResult<Answer>(JsonAnswer.Ok(new JsonObject
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. state.Requests.All().Select(request => JsonSerializer.SerializeToNode(request, StateJson.Default.StoredRequest))]),
    }));

    public async Task<Answer> AdvanceAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        if (!body.Value.TryGetProperty("seconds", out var value) || value.ValueKind != JsonValueKind.Number
            || !value.TryGetDouble(out var seconds) || seconds is < 0 or > LongestAdvance)
        {
            return Refusal.BadRequest("Invalid 'seconds': must be a number of seconds to move the clock forward by.", "seconds");
        }
        state.Clock.Advance(seconds);
        return JsonAnswer.Ok(new JsonObject { ["now"] = state.Clock.Now / 1000 });
    }
}
