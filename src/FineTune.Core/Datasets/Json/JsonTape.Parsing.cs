using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FineTune.Core.Datasets.Json;

internal sealed partial class JsonTape
{
    /// <summary>Reads a line that holds one JSON value (RFC 8259); the bytes must be valid UTF-8.</summary>
    public JsonFault Parse(ReadOnlySpan<byte> line)
    {
        Count = 0;
        HasNulls = false;
        Traits = StringTraits.None;
        leftOut.Clear();
        var depth = 0;
        var i = SkipBlank(line, 0);

    Value:
        if (i >= line.Length)
        {
            return new JsonFault(JsonFaultKind.Syntax, line.Length);
        }
        switch (line[i])
        {
            case (byte)'"':
                if (!TryAppendString(line, ref i))
                {
                    return new JsonFault(JsonFaultKind.Syntax, i);
                }
                break;

            case (byte)'{':
            case (byte)'[':
                if (depth == MaxDepth)
                {
                    return new JsonFault(JsonFaultKind.TooDeep, i);
                }
                var kind = line[i] == '{' ? JsonKind.Object : JsonKind.Array;
                open[depth++] = Count;
                Append(kind, i, i);
                i = SkipBlank(line, i + 1);
                if (i < line.Length && line[i] == (kind == JsonKind.Object ? '}' : ']'))
                {
                    Close(ref depth, ref i);
                    break;
                }
                if (kind == JsonKind.Object)
                {
                    goto Name;
                }
                goto Value;

            case (byte)'t' when line[i..].StartsWith("true"u8):
                Append(JsonKind.True, i, i += 4);
                break;

            case (byte)'f' when line[i..].StartsWith("false"u8):
                Append(JsonKind.False, i, i += 5);
                break;

            case (byte)'n' when line[i..].StartsWith("null"u8):
                Append(JsonKind.Null, i, i += 4);
                HasNulls = true;
                break;

            default:
                var start = i;
                if (!JsonNumber.TrySkip(line, ref i))
                {
                    return new JsonFault(JsonFaultKind.Syntax, i);
                }
                Append(JsonKind.Number, start, i);
                break;
        }

    AfterValue:
        i = SkipBlank(line, i);
        if (depth == 0)
        {
            return i == line.Length ? JsonFault.None : new JsonFault(JsonFaultKind.Syntax, i);
        }
        if (i >= line.Length)
        {
            return new JsonFault(JsonFaultKind.Syntax, line.Length);
        }
        var inObject = nodes[open[depth - 1]].Kind == JsonKind.Object;
        if (line[i] == ',')
        {
            i = SkipBlank(line, i + 1);
            if (inObject)
            {
                goto Name;
            }
            goto Value;
        }
        if (line[i] != (inObject ? '}' : ']'))
        {
            return new JsonFault(JsonFaultKind.Syntax, i);
        }
        Close(ref depth, ref i);
        goto AfterValue;

    Name:
        if (i >= line.Length || line[i] != '"' || !TryAppendString(line, ref i))
        {
            return new JsonFault(JsonFaultKind.Syntax, i);
        }
        i = SkipBlank(line, i);
        if (i >= line.Length || line[i] != ':')
        {
            return new JsonFault(JsonFaultKind.Syntax, i);
        }
        i = SkipBlank(line, i + 1);
        goto Value;
    }

    private void Close(ref int depth, ref int i)
    {
        ref var node = ref nodes[open[--depth]];
        node.End = ++i;
        node.Next = Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipBlank(ReadOnlySpan<byte> line, int i)
    {
        while (i < line.Length && line[i] <= ' ' && line[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            i++;
        }
        return i;
    }

    private bool TryAppendString(ReadOnlySpan<byte> line, ref int i)
    {
        var start = i++;
        var traits = StringTraits.None;
        while (true)
        {
            i = FindEndOfPlainText(line, i);
            if (i >= line.Length)
            {
                return false;
            }
            if (line[i] == '"')
            {
                ref var node = ref Append();
                node.Start = start;
                node.End = ++i;
                node.Kind = JsonKind.String;
                node.Traits = traits;
                node.Next = Count;
                Traits |= traits;
                return true;
            }
            if (line[i] != '\\' || !JsonEscape.TrySkip(line, ref i, ref traits))
            {
                return false;
            }
        }
    }

    /// <summary>Offset of the next quote, backslash or control character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindEndOfPlainText(ReadOnlySpan<byte> line, int i)
    {
        ref var bytes = ref MemoryMarshal.GetReference(line);
        while (i <= line.Length - Vector128<byte>.Count)
        {
            var chunk = Vector128.LoadUnsafe(ref bytes, (nuint)i);
            var hits = Vector128.Equals(chunk, Vector128.Create((byte)'"'))
                | Vector128.Equals(chunk, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(chunk, Vector128.Create((byte)' '));
            var mask = hits.ExtractMostSignificantBits();
            if (mask != 0)
            {
                return i + System.Numerics.BitOperations.TrailingZeroCount(mask);
            }
            i += Vector128<byte>.Count;
        }
        while (i < line.Length && line[i] is >= (byte)' ' and not (byte)'"' and not (byte)'\\')
        {
            i++;
        }
        return i;
    }
}
