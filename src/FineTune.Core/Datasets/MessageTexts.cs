using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>Walks the texts of a message: its content, or the text of each of its parts.</summary>
internal struct MessageTexts
{
    private readonly Example example;

    private readonly bool isList;

    private JsonItems parts;

    private int single;

    public MessageTexts(Example example, in Message message)
    {
        this.example = example;
        isList = message.Content >= 0 && example.Node(message.Content).Kind == JsonKind.Array;
        single = message.Content >= 0 && example.Node(message.Content).IsText ? message.Content : -1;
        parts = isList ? example.Tape.Items(message.Content) : default;
    }

    /// <summary>Node of the text: a string.</summary>
    public int Current { get; private set; }

    public readonly MessageTexts GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!isList)
        {
            (Current, single) = (single, -1);
            return Current >= 0;
        }
        while (parts.MoveNext())
        {
            Current = example.Find(parts.Current, "text"u8) is >= 0 and var text ? text
                : ValuePart.ValueOf(example, parts.Current) is >= 0 and var value && ValuePart.KindOf(example, parts.Current) == ExamplePartKind.Text ? value
                : -1;
            if (Current >= 0 && example.Node(Current).IsText)
            {
                return true;
            }
        }
        return false;
    }
}
