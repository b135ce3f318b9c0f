using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Formats;

/// <summary>Together's <c>text</c>, where a chat template has marked the turns in it.</summary>
internal sealed class TextToMessages() : Conversion(ExampleFormat.Text)
{
    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var chat = new ChatText(leftovers);
        var node = example.Find(0, "text"u8);
        if (!example.Node(node).IsText || (example.Node(node).Traits & StringTraits.LoneSurrogate) != 0)
        {
            reason = "\"text\" is no string, or holds half a character";
            return null;
        }
        if (ChatTemplate.Read(example.Show(node)) is not { } turns)
        {
            reason = "no chat template marks the turns in the text; only you can say what is asked and what is answered";
            return null;
        }
        foreach (var (role, content) in turns)
        {
            chat.Add(Encoding.UTF8.GetBytes(role), JsonText.Quote(Encoding.UTF8.GetBytes(content)));
        }
        return chat.Finish(example, "text");
    }
}
