namespace FineTune.Core.Datasets;

/// <summary>The texts of an example's messages by their places in the line. One object is used for example after example; it is filled where somebody asks.</summary>
internal sealed class TextPlaces
{
    private readonly List<(int Start, int End, int Message, int Text)> all = [];

    private bool isFilled;

    public void Clear()
    {
        all.Clear();
        isFilled = false;
    }

    /// <summary>The message and the text that a place in the line lies in; -1 where it lies in no text.</summary>
    public (int Message, int Text) At(Example example, int place)
    {
        if (!isFilled)
        {
            Fill(example);
        }
        var (low, high) = (0, all.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var text = all[middle];
            if (place <= text.Start)
            {
                high = middle - 1;
            }
            else if (place >= text.End)
            {
                low = middle + 1;
            }
            else
            {
                return (text.Message, text.Text);
            }
        }
        return (-1, -1);
    }

    private void Fill(Example example)
    {
        isFilled = true;
        var messages = example.Messages;
        var isSorted = true;
        for (var i = 0; i < messages.Length; i++)
        {
            foreach (var text in new MessageTexts(example, messages[i]))
            {
                isSorted &= all.Count == 0 || all[^1].Start < example.Node(text).Start;
                all.Add((example.Node(text).Start, example.Node(text).End, i, text));
            }
        }
        // The answers of a preference example may stand before its input.
        if (!isSorted)
        {
            all.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        }
    }
}
