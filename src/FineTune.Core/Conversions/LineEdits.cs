namespace FineTune.Core.Conversions;

/// <summary>Changes to a line, all in offsets of the line as it is; what lies between them stays byte for byte.</summary>
internal sealed class LineEdits
{
    private readonly List<(int Start, int End, byte[] Text)> edits = [];

    public bool IsEmpty => edits.Count == 0;

    public void Replace(int start, int end, ReadOnlySpan<byte> text) => edits.Add((start, end, text.ToArray()));

    public void Insert(int at, ReadOnlySpan<byte> text) => Replace(at, at, text);

    public byte[] Apply(ReadOnlySpan<byte> line)
    {
        var (result, at) = (new MemoryStream(line.Length + 64), 0);
        foreach (var (start, end, text) in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            result.Write(line[at..start]);
            result.Write(text);
            at = end;
        }
        result.Write(line[at..]);
        return result.ToArray();
    }
}
