using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2012: content is neither text nor parts where the role and the host take parts.</summary>
internal sealed class ContentType() : ExampleRule("FT2012", "content-type", Severity.Error, "Content is of a type that the role does not take")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    private static readonly string[] ConverseBlocks =
        ["text", "image", "video", "document", "audio", "toolUse", "toolResult", "reasoningContent", "guardContent", "cachePoint", "citationsContent"];

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.Converse)
        {
            CheckSystem(example, inspection);
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (example.Format is ExampleFormat.Converse or ExampleFormat.Gemini)
            {
                CheckBlocks(example, message, inspection);
                continue;
            }
            if (message.Content < 0 || example.Node(message.Content).IsText)
            {
                continue;
            }
            if (example.Node(message.Content).Kind == JsonKind.Array)
            {
                CheckParts(example, message, inspection);
            }
            else if (example.Node(message.Content).Kind != JsonKind.Null || !(message.Calls || message.Refusal >= 0 || MisspeltKey.Of(example, message, "tool_calls") >= 0))
            {
                inspection.Report(this, example, message.Content, $"content is {Words.Of(example, message.Content)}; it must be a string{PartsAllowed(example, message, inspection)}");
            }
        }
    }

    private void CheckParts(Example example, in Message message, Inspection inspection)
    {
        if (message.Role != MessageRole.Unknown && !TakesParts(example, message, inspection))
        {
            inspection.Report(
                this,
                example,
                message.Content,
                $"content is a list; in training data {inspection.Scope.Profile.Title} takes only a string for the role {SafeText.Quote(example.Show(message.RoleNode))}");
            return;
        }
        foreach (var part in example.Tape.Items(message.Content))
        {
            if (IsOfQwen(example, part) && example.Find(part, "type"u8) < 0)
            {
                // All parts are in that form; one is enough to say it.
                inspection.Report(this, example, part, "the content part has no \"type\", but an address under \"image\", as Qwen has it; here parts are {\"type\": \"text\", \"text\": …} and {\"type\": \"image_url\", \"image_url\": {\"url\": …}}");
                return;
            }
        }
        foreach (var part in example.Tape.Items(message.Content))
        {
            if (!CheckPart(example, part, inspection))
            {
                return; // The other parts were written by the same hand.
            }
        }
    }

    /// <summary>The blocks of Converse and the parts of Gemini: objects, one of whose keys says what they are.</summary>
    private void CheckBlocks(Example example, in Message message, Inspection inspection)
    {
        if (message.Content < 0)
        {
            return;
        }
        var key = MethodFormats.ContentKey(example.Format);
        if (example.Node(message.Content).Kind != JsonKind.Array)
        {
            inspection.Report(this, example, message.Content, $"\"{key}\" is {Words.Of(example, message.Content)}; here it must be a list of objects such as {{\"text\": …}}");
            return;
        }
        foreach (var block in example.Tape.Items(message.Content))
        {
            if (example.Node(block).Kind != JsonKind.Object)
            {
                inspection.Report(this, example, block, $"an item of \"{key}\" is {Words.Of(example, block)}; it must be an object such as {{\"text\": …}}");
            }
            else if (example.Format == ExampleFormat.Converse && example.Find(block, "text"u8) < 0 | example.Find(block, "type"u8) >= 0)
            {
                CheckConverseBlock(example, message, block, inspection);
            }
            else if (example.Find(block, "text"u8) is >= 0 and var text && !example.Node(text).IsText)
            {
                inspection.Report(this, example, text, $"\"text\" is {Words.Of(example, text)}; it must be a string");
            }
        }
    }

    /// <summary>The system prompt of Converse is a list of texts.</summary>
    private void CheckSystem(Example example, Inspection inspection)
    {
        var system = example.Find(0, "system"u8);
        if (system >= 0 && example.Node(system).Kind != JsonKind.Array)
        {
            inspection.Report(this, example, system, $"\"system\" is {Words.Of(example, system)}; here it must be a list such as [{{\"text\": …}}]");
        }
    }

    private void CheckConverseBlock(Example example, in Message message, int block, Inspection inspection)
    {
        foreach (var property in example.Tape.Properties(block))
        {
            var key = example.Show(property.Name);
            if (!ConverseBlocks.Contains(key))
            {
                inspection.Report(this, example, property.Name, $"{SafeText.Quote(key)} is no key of a block in Converse format; a block is {{\"text\": …}} or {{\"image\": …}}");
                return;
            }
            if (key is "image" or "video" && message.Role == MessageRole.Assistant)
            {
                inspection.Report(this, example, property.Name, $"{SafeText.Quote(key)} stands in a message of \"assistant\"; only user messages may have it");
                return;
            }
        }
    }

    private bool CheckPart(Example example, int part, Inspection inspection)
    {
        if (example.Node(part).Kind != JsonKind.Object)
        {
            inspection.Report(this, example, part, $"the content part is {Words.Of(example, part)}; it must be an object with \"type\"");
            return false;
        }
        var type = example.Find(part, "type"u8);
        if (type < 0)
        {
            inspection.Report(this, example, part, "the content part has no \"type\"; it must be \"text\", \"image_url\" or \"refusal\"");
        }
        else if (example.Is(type, "text"u8) && example.Find(part, "text"u8) is var text && (text < 0 || !example.Node(text).IsText))
        {
            inspection.Report(this, example, text < 0 ? part : text, text < 0 ? "the text part has no \"text\"" : $"\"text\" is {Words.Of(example, text)}; it must be a string");
        }
        return true;
    }

    /// <summary>Whether a part has an image's address under its kind, as Qwen's processors read it.</summary>
    public static bool IsOfQwen(Example example, int part) => example.Find(part, "image"u8) is >= 0 and var image && example.Node(image).IsText;

    /// <summary>Whether a list of parts is judged part by part; where it may not be a list at all, that is the fault.</summary>
    public static bool MayHaveParts(Example example, in Message message, Inspection inspection) =>
        message.Role == MessageRole.Unknown || TakesParts(example, message, inspection);

    private static bool TakesParts(Example example, in Message message, Inspection inspection)
    {
        foreach (var role in inspection.Scope.Profile.PartRoles)
        {
            if (Ascii.Equals(example.RawText(message.RoleNode), role))
            {
                return true;
            }
        }
        return false;
    }

    private static string PartsAllowed(Example example, in Message message, Inspection inspection) =>
        message.Role != MessageRole.Unknown && TakesParts(example, message, inspection) ? " or a list of parts" : "";
}
