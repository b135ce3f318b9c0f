using System.Text;
using System.Text.Json;
using FineTune.Core.Tokenization;
using FineTune.Emulator.Chat;

namespace FineTune.Emulator.Jobs;

/// <summary>The tokens of a training file. They are not what a host would bill: roles, tools and images are rendered its own way.</summary>
internal static class DataTokens
{
    /// <summary>Tokens of all examples, for one epoch.</summary>
    /// <param name="path">A file that the linter let pass.</param>
    /// <param name="encoding">The base model's; null for the newest.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static long Count(string path, string? encoding, CancellationToken cancellation)
    {
        var example = new ExampleTokens(TokenCounter.Create(encoding ?? Encodings.O200k));
        long total = 0;
        foreach (var line in File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            cancellation.ThrowIfCancellationRequested();
            using var document = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            example.Begin();
            if (JobFields.Value(document.RootElement, "tools") is { } tools)
            {
                example.AddTools(Encoding.UTF8.GetBytes(tools.GetRawText()));
            }
            foreach (var message in TrainingLine.Messages(document.RootElement).Where(message => message.ValueKind == JsonValueKind.Object))
            {
                Add(example, message);
            }
            total += example.End().BillableTokens;
        }
        return total;
    }

    private static void Add(ExampleTokens example, JsonElement message)
    {
        var name = JobFields.Text(JobFields.Value(message, "name")) ?? "";
        example.AddMessage(Encoding.UTF8.GetBytes(JobFields.Text(JobFields.Value(message, "role")) ?? ""), Encoding.UTF8.GetBytes(name));
        example.AddText(Encoding.UTF8.GetBytes(Conversation.TextOf(message)), isTrained: false);
        if (JobFields.Value(message, "tool_calls") is { } calls)
        {
            example.AddToolCalls(Encoding.UTF8.GetBytes(calls.GetRawText()), isTrained: false);
        }
    }
}
