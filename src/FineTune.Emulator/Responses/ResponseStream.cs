using System.Text.Json.Nodes;
using FineTune.Emulator.Chat;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Responses;

/// <summary>A response as events.</summary>
internal sealed class ResponseStream(ResponseJson response)
{
    private readonly List<(string? Name, JsonNode Body)> events = [];

    public EventStreamAnswer Play()
    {
        Say("response.created", ("response", response.Start("in_progress")));
        Say("response.in_progress", ("response", response.Start("in_progress")));
        for (var i = 0; i < response.Output.Count; i++)
        {
            PlayItem(response.Output[i], i);
        }
        Say($"response.{response.Status}", ("response", response.Whole()));
        return new EventStreamAnswer(events, EndsWithDone: false);
    }

    private void PlayItem(JsonObject item, int index)
    {
        var id = (string)item["id"]!;
        var begun = (JsonObject)item.DeepClone();
        begun["status"] = "in_progress";
        if (item["content"] is { } content)
        {
            begun["content"] = new JsonArray();
            Say("response.output_item.added", ("output_index", index), ("item", begun));
            PlayText(content[0]!, id, index);
        }
        else
        {
            var arguments = (string)item["arguments"]!;
            begun["arguments"] = "";
            Say("response.output_item.added", ("output_index", index), ("item", begun));
            foreach (var piece in AnswerPieces.Of(arguments))
            {
                Say("response.function_call_arguments.delta", ("item_id", id), ("output_index", index), ("delta", piece));
            }
            Say("response.function_call_arguments.done", ("item_id", id), ("output_index", index), ("name", item["name"]!.DeepClone()), ("arguments", arguments));
        }
        Say("response.output_item.done", ("output_index", index), ("item", item.DeepClone()));
    }

    private void PlayText(JsonNode part, string id, int index)
    {
        var text = (string)part["text"]!;
        var begun = part.DeepClone();
        begun["text"] = "";
        Say("response.content_part.added", ("item_id", id), ("output_index", index), ("content_index", 0), ("part", begun));
        foreach (var piece in AnswerPieces.Of(text))
        {
            Say("response.output_text.delta", ("item_id", id), ("output_index", index), ("content_index", 0), ("delta", piece), ("logprobs", new JsonArray()));
        }
        Say("response.output_text.done", ("item_id", id), ("output_index", index), ("content_index", 0), ("text", text), ("logprobs", new JsonArray()));
        Say("response.content_part.done", ("item_id", id), ("output_index", index), ("content_index", 0), ("part", part.DeepClone()));
    }

    private void Say(string type, params (string Name, JsonNode Value)[] values)
    {
        var said = new JsonObject { ["type"] = type, ["sequence_number"] = events.Count };
        foreach (var (name, value) in values)
        {
            said[name] = value;
        }
        events.Add((type, said));
    }
}
