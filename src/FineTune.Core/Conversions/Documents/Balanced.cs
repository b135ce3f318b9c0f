namespace FineTune.Core.Conversions.Documents;

/// <summary>The beginning of a JSON text, closed after its last whole value: so that a part of a large file can be read as JSON.</summary>
internal static class Balanced
{
    /// <summary>The text up to its last whole value, with the brackets closed that are open there; empty where there is none.</summary>
    public static byte[] Of(ReadOnlySpan<byte> text)
    {
        var (open, cut, closers) = (new Stack<byte>(), 0, Array.Empty<byte>());
        for (var i = 0; i < text.Length;)
        {
            switch (text[i])
            {
                case (byte)'"':
                    i = JsonText.EndOfString(text, i);
                    continue;
                case (byte)'{':
                    open.Push((byte)'}');
                    break;
                case (byte)'[':
                    open.Push((byte)']');
                    break;
                case (byte)'}' or (byte)']':
                    if (!open.TryPop(out _))
                    {
                        return [];
                    }
                    (cut, closers) = (i + 1, [.. open]);
                    break;
                case (byte)',':
                    (cut, closers) = (i, [.. open]);
                    break;
            }
            if (open.Count > Datasets.Json.JsonTape.MaxDepth)
            {
                return [];
            }
            i++;
        }
        return [.. text[..cut], .. closers];
    }
}
