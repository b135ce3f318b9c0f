using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Conversions.Formats;

/// <summary>ShareGPT: <c>conversations</c> of <c>from</c> and <c>value</c>, with an optional <c>system</c> beside them.</summary>
internal sealed class ShareGptToMessages() : Conversion(ExampleFormat.ShareGpt)
{
    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var chat = new ChatText(leftovers);
        var turns = example.Find(0, "conversations"u8);
        if (example.Node(turns).Kind != JsonKind.Array)
        {
            reason = "\"conversations\" is no list";
            return null;
        }
        var system = example.Find(0, "system"u8);
        var hasSystem = system >= 0 && example.Node(system).IsText;
        if (hasSystem && example.RawText(system).Length > 0)
        {
            chat.Add("system"u8, example.Raw(system));
        }
        foreach (var turn in example.Tape.Items(turns))
        {
            if (!TryAdd(example, turn, chat, ref reason))
            {
                return null;
            }
        }
        chat.EndMessages();
        var tools = example.Find(0, "tools"u8);
        if (!IsText(example, tools))
        {
            return chat.FinishProperties(example, hasSystem ? ["conversations", "system"] : ["conversations"]);
        }
        if (ToolsText.Declarations(example, tools) is not { } declarations)
        {
            reason = "\"tools\" is text that is no list of tools";
            return null;
        }
        if (declarations.Length > 0)
        {
            chat.Property("\"tools\""u8, declarations);
        }
        return chat.FinishProperties(example, hasSystem ? ["conversations", "tools", "system"] : ["conversations", "tools"]);
    }

    private static bool TryAdd(Example example, int turn, ChatText chat, ref string reason)
    {
        var (from, value) = (Either(example, turn, "from"u8, "role"u8), Either(example, turn, "value"u8, "content"u8));
        if (from < 0 || value < 0 || !example.Node(from).IsText)
        {
            reason = "a turn has no \"from\" or no \"value\"";
            return false;
        }
        if (Speakers.RoleOf(example.Show(from)) is not { } role)
        {
            reason = $"{SafeText.Quote(example.Show(from))} is a speaker that messages have no role for";
            return false;
        }
        chat.Begin(role);
        chat.Property("\"content\""u8, example.Raw(value));
        foreach (var property in example.Tape.Properties(turn))
        {
            if (property.Value != from && property.Value != value)
            {
                chat.Keep(example, property.Name, property.Value);
            }
        }
        chat.End();
        return true;
    }

    private static int Either(Example example, int turn, ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) =>
        example.Find(turn, name) is >= 0 and var found ? found : example.Find(turn, other);
}
