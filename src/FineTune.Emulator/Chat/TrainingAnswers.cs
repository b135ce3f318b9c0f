using System.Text.Json;
using FineTune.Emulator.Jobs;

namespace FineTune.Emulator.Chat;

/// <summary>The answers in a training file, found by what was asked before them. Only words are kept in memory; an answer is read when it is given.</summary>
internal sealed class TrainingAnswers
{
    // A bound on memory and time; what comes after it in a very large file is never answered with.
    private const int MostLines = 50_000;

    private readonly string path;
    private readonly List<TrainedAnswer> answers = [];

    public TrainingAnswers(string path)
    {
        this.path = path;
        foreach (var (line, number) in File.ReadLines(path).Take(MostLines).Select((line, number) => (line, number)))
        {
            using var document = TryParse(line);
            if (document is not null)
            {
                answers.AddRange(Of(document.RootElement, number));
            }
        }
    }

    /// <summary>The answer whose prompt has the most words in common with the conversation; among equals the one to the same kind of turn, then the first. Null where there is none.</summary>
    public JsonElement? Nearest(Conversation conversation)
    {
        var words = Words.Of(conversation.UserText);
        var best = answers
            .OrderByDescending(answer => answer.LastRole == "tool" == (conversation.LastRole == "tool"))
            .ThenByDescending(answer => Words.Likeness(words, answer.Words))
            .ThenBy(answer => answer.Line)
            .ThenBy(answer => answer.Message)
            .FirstOrDefault();
        if (best is null)
        {
            return null;
        }
        using var document = TryParse(File.ReadLines(path).ElementAt(best.Line));
        return document is null ? null : Messages(document.RootElement).ElementAt(best.Message).Clone();
    }

    /// <summary>The messages of a line in any of the formats; of a preference the preferred answer counts.</summary>
    public static List<JsonElement> Messages(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            return [];
        }
        if (JobFields.Text(JobFields.Value(line, "prompt")) is { } prompt && JobFields.Text(JobFields.Value(line, "completion")) is { } completion)
        {
            return [Message("user", prompt), Message("assistant", completion)];
        }
        return JobFields.Value(line, "input") is { ValueKind: JsonValueKind.Object } input
            ? [.. List(input, "messages"), .. List(line, "preferred_output")]
            : List(line, "messages");
    }

    private static IEnumerable<TrainedAnswer> Of(JsonElement line, int number)
    {
        var messages = Messages(line);
        for (var i = 0; i < messages.Count; i++)
        {
            if (IsTrained(messages[i]))
            {
                var before = Conversation.Of(messages.Take(i));
                yield return new TrainedAnswer(Words.Of(before.UserText), before.LastRole, number, i);
            }
        }
    }

    private static bool IsTrained(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && JobFields.Text(JobFields.Value(message, "role")) == "assistant"
        && !(JobFields.Value(message, "weight") is { ValueKind: JsonValueKind.Number } weight && weight.TryGetDouble(out var number) && number == 0);

    private static List<JsonElement> List(JsonElement parent, string name) =>
        JobFields.Value(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static JsonElement Message(string role, string text)
    {
        var content = JsonEncodedText.Encode(text).ToString();
        using var document = JsonDocument.Parse($"{{\"role\":\"{role}\",\"content\":\"{content}\"}}");
        return document.RootElement.Clone();
    }

    private static JsonDocument? TryParse(string line)
    {
        try
        {
            return JsonDocument.Parse(line.TrimStart('\uFEFF'));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
