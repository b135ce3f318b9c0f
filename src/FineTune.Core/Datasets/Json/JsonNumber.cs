namespace FineTune.Core.Datasets.Json;

/// <summary>The grammar of JSON numbers.</summary>
internal static class JsonNumber
{
    /// <summary>Moves past a number; where there is none, to the first byte that does not fit.</summary>
    public static bool TrySkip(ReadOnlySpan<byte> line, ref int i)
    {
        if (i < line.Length && line[i] == '-')
        {
            i++;
        }
        if (i < line.Length && line[i] == '0')
        {
            i++;
        }
        else if (!TrySkipDigits(line, ref i))
        {
            return false;
        }
        if (i < line.Length && line[i] == '.')
        {
            i++;
            if (!TrySkipDigits(line, ref i))
            {
                return false;
            }
        }
        if (i < line.Length && line[i] is (byte)'e' or (byte)'E')
        {
            i++;
            if (i < line.Length && line[i] is (byte)'+' or (byte)'-')
            {
                i++;
            }
            return TrySkipDigits(line, ref i);
        }
        return true;
    }

    private static bool TrySkipDigits(ReadOnlySpan<byte> line, ref int i)
    {
        var start = i;
        while (i < line.Length && line[i] is >= (byte)'0' and <= (byte)'9')
        {
            i++;
        }
        return i > start;
    }
}
