using System.Text;
using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions.Exports;

/// <summary>A table's columns of what is asked and what is answered, with a system prompt beside them.</summary>
internal sealed class ColumnPair(string asked, string answered) : Export
{
    private readonly byte[] question = Encoding.ASCII.GetBytes(asked);

    private readonly byte[] answer = Encoding.ASCII.GetBytes(answered);

    public override string Name => $"a row of the columns \"{asked}\" and \"{answered}\"";

    public override string Way => "the one is the user's message and the other the assistant's";

    protected override bool IsOf(Example example) => IsText(example, example.Find(0, question)) && IsText(example, example.Find(0, answer));

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var system = example.Find(0, "system"u8) is >= 0 and var found ? found : example.Find(0, "system_prompt"u8);
        var context = asked == "context" ? -1 : example.Find(0, "context"u8);
        if (!IsTextOrNothing(example, system) || !IsTextOrNothing(example, context))
        {
            reason = "\"system\" and \"context\" must be strings";
            return null;
        }
        var beside = IsText(example, context) ? example.RawText(context) : default;
        if (!beside.IsEmpty && asked != "instruction")
        {
            reason = $"\"context\" stands beside \"{asked}\"; only you can say where it belongs";
            return null;
        }
        var chat = new ChatText(leftovers);
        if (IsText(example, system) && example.RawText(system).Length > 0)
        {
            chat.Add("system"u8, example.Raw(system));
        }
        var text = example.Find(0, question);
        chat.Add("user"u8, beside.IsEmpty ? example.Raw(text) : [.. "\""u8, .. example.RawText(text), .. "\\n\\n"u8, .. beside, .. "\""u8]);
        chat.Add("assistant"u8, example.Raw(example.Find(0, answer)));
        return chat.Finish(example, context >= 0 ? [asked, answered, "system", "system_prompt", "context"] : [asked, answered, "system", "system_prompt"]);
    }
}
