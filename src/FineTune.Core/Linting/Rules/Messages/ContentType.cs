using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2012: content is neither text nor parts where the role and the host take parts.</summary>
internal sealed class ContentType() : ExampleRule("FT2012", "content-type", Severity.Error, "Content is of a type that the role does not take")
{
    public static ContentType Rule { get; } = new();

    public override bool AppliesTo(ExampleFormat format) => HasMessages(format) && !format.HasBlocks();

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content < 0 || example.Node(message.Content).IsText)
            {
                continue;
            }
            if (example.Node(message.Content).Kind == JsonKind.Array)
            {
                CheckParts(example, message, inspection);
            }
            else if (example.Node(message.Content).Kind != JsonKind.Null || !(message.StandsWithoutContent(example) || MisspeltKey.Of(example, message, "tool_calls") >= 0))
            {
                inspection.Report(this, example, message.Content, $"content is {ValueWords.Of(example, message.Content)}; it must be a string{PartsAllowed(example, message, inspection)}");
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

    private bool CheckPart(Example example, int part, Inspection inspection)
    {
        if (example.Node(part).Kind != JsonKind.Object)
        {
            inspection.Report(this, example, part, $"the content part is {ValueWords.Of(example, part)}; it must be an object with \"type\"");
            return false;
        }
        var type = example.Find(part, "type"u8);
        if (ValuePart.ValueOf(example, part) is >= 0 and var value)
        {
            return CheckValue(example, type, value, inspection);
        }
        if (type < 0)
        {
            inspection.Report(this, example, part, "the content part has no \"type\"; it must be \"text\", \"image_url\" or \"refusal\"");
        }
        else if (example.Is(type, "text"u8) && example.Find(part, "text"u8) is var text && (text < 0 || !example.Node(text).IsText))
        {
            inspection.Report(this, example, text < 0 ? part : text, text < 0 ? "the text part has no \"text\"" : $"\"text\" is {ValueWords.Of(example, text)}; it must be a string");
        }
        return true;
    }

    /// <summary>A part of LLaMA-Factory's v1 form, which other hosts do not read.</summary>
    private bool CheckValue(Example example, int type, int value, Inspection inspection)
    {
        var known = inspection.Scope.Profile.ValueParts;
        if (known.Count == 0)
        {
            inspection.Report(this, example, value - 1, "the content part has \"value\", as LLaMA-Factory's v1 format has it; here it must be {\"type\": \"text\", \"text\": …}");
            return false;
        }
        if (!known.Contains(example.Show(type)))
        {
            inspection.Report(this, example, type, $"the part's type is {SafeText.Quote(example.Show(type))}; a part with \"value\" is of type {InWords.Or(known)}");
        }
        else if (!example.Node(value).IsText)
        {
            inspection.Report(this, example, value, $"\"value\" is {ValueWords.Of(example, value)}; it must be a string");
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
