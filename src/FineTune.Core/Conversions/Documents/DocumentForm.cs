using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Conversions.Documents;

/// <summary>A form that a whole file of one JSON value may have, instead of an object in each line.</summary>
internal abstract class DocumentForm
{
    private static readonly byte[][] ExampleKeys =
        [.. ((string[])["messages", "prompt", "input", "conversations", "instruction", "contents", "chosen", "question"]).Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <summary>Whether a document, or the beginning of one, has this form.</summary>
    /// <param name="document">The file's value, parsed.</param>
    public abstract bool IsOf(Example document);

    /// <summary>What the file is, as the end of a sentence about it.</summary>
    /// <param name="document">The file's value, parsed.</param>
    /// <param name="isWhole">Whether all of it is there: then it can be counted.</param>
    public abstract string Describe(Example document, bool isWhole);

    /// <summary>The lines that the document becomes; null with the node that is at fault where it cannot be written without a loss.</summary>
    /// <param name="document">The file's value, parsed.</param>
    /// <param name="leftovers">Takes what has no place in lines; null where nothing may be left out.</param>
    /// <param name="at">The node that is at fault.</param>
    /// <param name="fault">What is wrong with it.</param>
    public abstract IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault);

    protected static bool IsExample(Example document, int node) => document.Node(node).Kind == JsonKind.Object && ExampleKeys.Any(key => document.Find(node, key) >= 0);

    protected static bool IsMessage(Example document, int node) =>
        document.Find(node, "role"u8) >= 0 || (document.Find(node, "from"u8) >= 0 && document.Find(node, "value"u8) >= 0);

    /// <summary>Whether a value is a list of messages.</summary>
    protected static bool IsConversation(Example document, int node) =>
        document.Node(node).Kind == JsonKind.Array && document.Node(node).Next > node + 1 && IsMessage(document, node + 1);

    /// <summary>A value on one line.</summary>
    protected static byte[] OneLine(Example document, int node) => JsonText.OnOneLine(document.Raw(node));

    /// <summary>A list of messages as a line of its own.</summary>
    protected static byte[] OfConversation(Example document, int list) =>
        [.. document.Find(list + 1, "role"u8) >= 0 ? "{\"messages\": "u8 : "{\"conversations\": "u8, .. OneLine(document, list), .. "}"u8];

    /// <summary>A count with its noun where the whole is known, else the noun for many.</summary>
    protected static string Count(int count, string noun, bool isWhole) => isWhole ? Amount.Of(count, noun) : $"{noun}s";

    protected static List<int> ItemsOf(Example document, int list)
    {
        var items = new List<int>();
        foreach (var item in document.Tape.Items(list))
        {
            items.Add(item);
        }
        return items;
    }
}
