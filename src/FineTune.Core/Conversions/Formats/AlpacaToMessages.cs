using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Formats;

/// <summary>Alpaca: <c>instruction</c>, <c>input</c> and <c>output</c>, with the <c>system</c> and <c>history</c> that LLaMA-Factory adds.</summary>
internal sealed class AlpacaToMessages() : Conversion(ExampleFormat.Alpaca)
{
    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var chat = new ChatText(leftovers);
        var (instruction, input, output) = (example.Find(0, "instruction"u8), example.Find(0, "input"u8), example.Find(0, "output"u8));
        var (system, history) = (example.Find(0, "system"u8), example.Find(0, "history"u8));
        if (!IsText(example, instruction) || !IsText(example, output) || !IsTextOrNothing(example, input) || !IsTextOrNothing(example, system))
        {
            reason = "\"instruction\", \"input\", \"output\" and \"system\" must be strings";
            return null;
        }
        if (IsText(example, system) && example.RawText(system).Length > 0)
        {
            chat.Add("system"u8, example.Raw(system));
        }
        if (!TryAddHistory(example, history, chat))
        {
            reason = "\"history\" is no list of pairs of strings";
            return null;
        }
        var asked = IsText(example, input) ? example.RawText(input) : default;
        chat.Add("user"u8, asked.IsEmpty ? example.Raw(instruction) : [.. "\""u8, .. example.RawText(instruction), .. "\\n\\n"u8, .. asked, .. "\""u8]);
        chat.Add("assistant"u8, example.Raw(output));
        return chat.Finish(example, "instruction", "input", "output", "system", "history");
    }

    private static bool TryAddHistory(Example example, int history, ChatText chat)
    {
        if (history < 0 || example.Node(history).Kind == JsonKind.Null)
        {
            return true;
        }
        if (example.Node(history).Kind != JsonKind.Array)
        {
            return false;
        }
        foreach (var pair in example.Tape.Items(history))
        {
            if (example.Node(pair).Kind != JsonKind.Array || example.Node(pair).Next != pair + 3 || !IsText(example, pair + 1) || !IsText(example, pair + 2))
            {
                return false;
            }
            chat.Add("user"u8, example.Raw(pair + 1));
            chat.Add("assistant"u8, example.Raw(pair + 2));
        }
        return true;
    }
}
