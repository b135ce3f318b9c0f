using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2012 for Converse and Gemini: content is a list of objects, one of whose keys says what they are.</summary>
internal sealed class ContentBlocks() : ExampleRule(ContentType.Rule)
{
    private static readonly string[] OfConverse =
        ["text", "image", "video", "document", "audio", "toolUse", "toolResult", "reasoningContent", "guardContent", "cachePoint", "citationsContent"];

    private static readonly string[] OfGemini =
    [
        "text", "inlineData", "inline_data", "fileData", "file_data", "functionCall", "function_call", "functionResponse", "function_response", "thought", "thoughtSignature",
        "thought_signature", "videoMetadata", "video_metadata", "mediaResolution", "media_resolution", "executableCode", "executable_code", "codeExecutionResult", "code_execution_result",
    ];

    public override bool AppliesTo(ExampleFormat format) => format.HasBlocks();

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.Converse)
        {
            CheckSystem(example, inspection);
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content >= 0)
            {
                CheckContent(example, message, inspection);
            }
        }
    }

    private void CheckContent(Example example, in Message message, Inspection inspection)
    {
        var key = MethodFormats.ContentKey(example.Format);
        if (example.Node(message.Content).Kind != JsonKind.Array)
        {
            inspection.Report(this, example, message.Content, $"\"{key}\" is {ValueWords.Of(example, message.Content)}; here it must be a list of objects such as {{\"text\": …}}");
            return;
        }
        foreach (var block in example.Tape.Items(message.Content))
        {
            if (example.Node(block).Kind != JsonKind.Object)
            {
                inspection.Report(this, example, block, $"an item of \"{key}\" is {ValueWords.Of(example, block)}; it must be an object such as {{\"text\": …}}");
            }
            else
            {
                CheckBlock(example, message, block, inspection);
            }
        }
    }

    private void CheckBlock(Example example, in Message message, int block, Inspection inspection)
    {
        var isConverse = example.Format == ExampleFormat.Converse;
        foreach (var property in example.Tape.Properties(block))
        {
            var key = example.Show(property.Name);
            if (!(isConverse ? OfConverse : OfGemini).Contains(key))
            {
                inspection.Report(this, example, property.Name, isConverse
                    ? $"{SafeText.Quote(key)} is no key of a block in Converse format; a block is {{\"text\": …}} or {{\"image\": …}}"
                    : $"{SafeText.Quote(key)} is no key of a part in Gemini format; a part is {{\"text\": …}} or {{\"fileData\": …}}");
                return;
            }
            if (isConverse && key is "image" or "video" or "document" && message.Role == MessageRole.Assistant)
            {
                inspection.Report(this, example, property.Name, $"{SafeText.Quote(key)} stands in a message of \"assistant\"; only user messages may have it");
                return;
            }
            if (key == "text" && !example.Node(property.Value).IsText)
            {
                inspection.Report(this, example, property.Value, $"\"text\" is {ValueWords.Of(example, property.Value)}; it must be a string");
            }
            else if (key == "reasoningContent")
            {
                CheckReasoning(example, message, property, inspection);
            }
        }
    }

    /// <summary>What the model thinks before it answers: a text, in its own messages alone.</summary>
    private void CheckReasoning(Example example, in Message message, JsonProperty reasoning, Inspection inspection)
    {
        if (message.Role == MessageRole.User)
        {
            inspection.Report(this, example, reasoning.Name, "\"reasoningContent\" stands in a message of \"user\"; only the assistant reasons");
            return;
        }
        var text = example.Find(reasoning.Value, "reasoningText"u8) is >= 0 and var found ? example.Find(found, "text"u8) : -1;
        if (text < 0 || !example.Node(text).IsText || example.RawText(text).IsEmpty)
        {
            inspection.Report(this, example, reasoning.Value, "the reasoning has no text; it must be {\"reasoningText\": {\"text\": …}}");
        }
    }

    /// <summary>The system prompt of Converse is a list of texts.</summary>
    private void CheckSystem(Example example, Inspection inspection)
    {
        var system = example.Find(0, "system"u8);
        if (system >= 0 && example.Node(system).Kind != JsonKind.Array)
        {
            inspection.Report(this, example, system, $"\"system\" is {ValueWords.Of(example, system)}; here it must be a list such as [{{\"text\": …}}]");
        }
    }
}
