using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Chat;
using FineTune.Emulator.Http;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Responses;

/// <summary>The Responses API, as far as it is text and functions.</summary>
internal sealed class ResponseRoutes(EmulatorState state, Replies replies)
{
    private const int MostKept = 500;
    private const int MostOfAPage = 100;

    public async Task<Answer> CreateAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        var read = ResponseRequest.Read(body.Value);
        if (read.Value is not { } request)
        {
            return read.Refusal!;
        }
        if (request.Previous is { } previous && state.Responses.Find(previous) is null)
        {
            return Refusal.BadRequest($"Previous response with id '{Shown(previous)}' not found.", "previous_response_id", "previous_response_not_found");
        }
        IReadOnlyList<JsonElement> items = [.. Before(request.Previous), .. request.Input];
        var messages = ResponseInput.AsMessages(items);
        if (replies.To(messages, request.Model, call.Azure) is not { } reply)
        {
            return ModelRoutes.Missing(request.Model);
        }
        var message = request.Limits.Cut(JsonReply.Shape(request.Tools.Apply(reply), request.Format));
        var asked = messages.Sum(said => TextWords.Count(Conversation.TextOf(said))) + TextWords.Count(BodyFields.Text(BodyFields.Value(request.Body, "instructions")) ?? "");
        var response = new ResponseJson(request, message, state.Clock.Now / 1000, asked);
        var whole = response.Whole();
        if (request.Store)
        {
            Keep(response.Id, whole, items);
        }
        return request.Stream ? new ResponseStream(response).Play() : JsonAnswer.Ok(whole);
    }

    public Task<Answer> GetAsync(Call call) => Task.FromResult<Answer>(
        call.Query("stream") == "true" ? Refusal.BadRequest("The emulator does not stream a response that it has kept.", "stream", ParameterRefusal.UnplayedCode)
        : state.Responses.Find(call.Route("id")) is { } kept ? JsonAnswer.Ok(JsonNode.Parse(kept.Body.GetRawText())!)
        : Missing(call));

    public Task<Answer> DeleteAsync(Call call) => Task.FromResult<Answer>(state.Responses.Remove(call.Route("id"))
        ? JsonAnswer.Ok(new JsonObject { ["id"] = call.Route("id"), ["object"] = "response", ["deleted"] = true })
        : Missing(call));

    public Task<Answer> CancelAsync(Call call) => Task.FromResult<Answer>(state.Responses.Find(call.Route("id")) is null
        ? Missing(call)
        : Refusal.BadRequest("Cannot cancel a synchronous response."));

    public Task<Answer> InputItemsAsync(Call call)
    {
        if (state.Responses.Find(call.Route("id")) is not { } kept)
        {
            return Task.FromResult<Answer>(Missing(call));
        }
        string[] orders = ["asc", "desc"];
        if (call.Query("order") is { } order && !orders.Contains(order))
        {
            return Task.FromResult(ParameterRefusal.WrongValue("order", order, orders));
        }
        var items = call.Query("order") == "asc" ? kept.Input.EnumerateArray() : kept.Input.EnumerateArray().Reverse();
        var page = Page<JsonElement>.Cut(call, [.. items], IdOf, 20, MostOfAPage);
        if (page.Value is not { } cut)
        {
            return Task.FromResult(page.Refusal!);
        }
        var json = cut.ToJson(item => JsonObject.Create(item.Clone())!);
        json["first_id"] = cut.Items.Count > 0 ? IdOf(cut.First) : null;
        json["last_id"] = cut.Items.Count > 0 ? IdOf(cut.Last) : null;
        return Task.FromResult<Answer>(JsonAnswer.Ok(json));
    }

    private IEnumerable<JsonElement> Before(string? previous) => state.Responses.Find(previous) is { } kept
        ? [.. kept.Input.EnumerateArray(), .. kept.Body.GetProperty("output").EnumerateArray()]
        : [];

    private void Keep(string id, JsonObject body, IReadOnlyList<JsonElement> items)
    {
        state.Responses.Add(sequence => new StoredResponse
        {
            Id = id,
            Sequence = sequence,
            Body = JsonSerializer.SerializeToElement(body, StateJson.Default.JsonObject),
            Input = JsonSerializer.SerializeToElement(items, StateJson.Default.IReadOnlyListJsonElement),
        });
        foreach (var old in state.Responses.All().SkipLast(MostKept))
        {
            state.Responses.Remove(old.Id);
        }
    }

    private static string IdOf(JsonElement item) => BodyFields.Text(BodyFields.Value(item, "id")) ?? "";

    private static JsonAnswer Missing(Call call) => Refusal.NotFound($"Response with id '{Shown(call.Route("id"))}' not found.");

    private static string Shown(string id) => id.Length > 100 ? id[..100] : id;
}
