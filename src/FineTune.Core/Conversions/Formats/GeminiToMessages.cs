using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Formats;

/// <summary>Gemini: <c>contents</c> of <c>parts</c>, with <c>systemInstruction</c>; text only.</summary>
internal sealed class GeminiToMessages() : Conversion(ExampleFormat.Gemini)
{
    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var chat = new ChatText(leftovers);
        var contents = example.Find(0, "contents"u8);
        if (example.Node(contents).Kind != JsonKind.Array)
        {
            reason = "\"contents\" is no list";
            return null;
        }
        var system = example.Find(0, "systemInstruction"u8) is >= 0 and var found ? found : example.Find(0, "system_instruction"u8);
        if (system >= 0)
        {
            if (TextOf(example, example.Find(system, "parts"u8)) is not { } instruction)
            {
                reason = "the system instruction has parts that are no text";
                return null;
            }
            chat.Add("system"u8, instruction);
        }
        foreach (var content in example.Tape.Items(contents))
        {
            var role = example.Find(content, "role"u8);
            var isModel = role >= 0 && example.Is(role, "model"u8);
            if ((role >= 0 && !isModel && !example.Is(role, "user"u8)) || TextOf(example, example.Find(content, "parts"u8)) is not { } text)
            {
                reason = "a content has parts that are no text, or a role that is neither user nor model";
                return null;
            }
            chat.Add(isModel ? "assistant"u8 : "user"u8, text);
        }
        return chat.Finish(example, "contents", "systemInstruction", "system_instruction");
    }
}
