using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Core.Tests.Linting.Quality;

/// <summary>Lines of chat data.</summary>
internal static class Chat
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(string question, string answer, string? system = null)
    {
        var messages = new JsonArray();
        if (system is not null)
        {
            messages.Add(Message("system", system));
        }
        messages.Add(Message("user", question));
        messages.Add(Message("assistant", answer));
        return new JsonObject { ["messages"] = messages }.ToJsonString(Options);
    }

    /// <summary>A line of turns: user, assistant, user …</summary>
    public static string Turns(params string[] turns) =>
        new JsonObject { ["messages"] = new JsonArray([.. turns.Select((turn, i) => Message(i % 2 == 0 ? "user" : "assistant", turn))]) }.ToJsonString(Options);

    /// <summary>The codes of findings in a file of these answers, each to a question of its own.</summary>
    public static IReadOnlyList<string> CodesOfAnswers(IEnumerable<string> answers)
    {
        using var dataset = new Dataset([.. answers.Select((answer, i) => Line($"Question {i}?", answer))]) { Profile = "openai" };
        return [.. dataset.Findings().Select(finding => finding.Code)];
    }

    private static JsonObject Message(string role, string content) => new JsonObject { ["role"] = role, ["content"] = content };
}
