using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile;

/// <summary>Reads JSON into nodes that know their place.</summary>
internal static class LockTree
{
    public const int MaxDepth = 64;

    // A lock of 50 MB has about a million; a list of 25 million zeros must not fill the memory.
    private const int MostNodes = 2_000_000;

    private const int LongestCause = 120;

    /// <summary>The document's root; null with a fault reported where it is not JSON.</summary>
    public static LockNode? Read(byte[] bytes, int textStart, LockFaults faults)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(textStart), new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var nodes = 0;
            var root = ReadValue(ref reader, textStart, faults, ref nodes);
            reader.Read();
            return faults.Count == 0 ? root : null;
        }
        catch (JsonException exception)
        {
            var offset = textStart + Offset(bytes.AsSpan(textStart), exception);
            faults.Add(LockRules.Invalid, offset, offset, $"the lock is not JSON: {Cause(exception)}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a string's escapes.
            var at = textStart + (int)reader.TokenStartIndex;
            faults.Add(LockRules.Invalid, at, textStart + (int)reader.BytesConsumed, @"the string holds a lone surrogate (\ud800 to \udfff without its pair)");
            return null;
        }
    }

    private static LockNode? ReadValue(ref Utf8JsonReader reader, int textStart, LockFaults faults, ref int nodes)
    {
        var node = Node(ref reader, textStart);
        if (++nodes > MostNodes)
        {
            faults.Add(node, $"the lock has more than {MostNodes:N0} values");
            return null;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var names = new HashSet<string>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = Node(ref reader, textStart);
                    if (!names.Add(name.Text!))
                    {
                        faults.Add(name, $"{Findings.SafeText.Quote(name.Text!)} is there twice");
                    }
                    reader.Read();
                    if (ReadValue(ref reader, textStart, faults, ref nodes) is not { } value)
                    {
                        return null;
                    }
                    node.Add(new LockMember(name.Text!, name, value));
                }
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (ReadValue(ref reader, textStart, faults, ref nodes) is not { } item)
                    {
                        return null;
                    }
                    node.Add(item);
                }
                break;
        }
        node.End = textStart + (int)reader.BytesConsumed;
        return node;
    }

    private static LockNode Node(ref Utf8JsonReader reader, int textStart) => new()
    {
        Kind = reader.TokenType,
        Start = textStart + (int)reader.TokenStartIndex,
        End = textStart + (int)reader.TokenStartIndex + reader.ValueSpan.Length + (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0),
        Text = reader.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.PropertyName => reader.GetString(),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        },
    };

    private static int Offset(ReadOnlySpan<byte> bytes, JsonException exception)
    {
        var start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            var lineFeed = bytes[start..].IndexOf((byte)'\n');
            if (lineFeed < 0)
            {
                break;
            }
            start += lineFeed + 1;
        }
        return (int)Math.Min(start + (exception.BytePositionInLine ?? 0), bytes.Length);
    }

    private static string Cause(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var cause = (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.');
        // The reader repeats what it could not read, however long that is.
        return char.ToLowerInvariant(cause[0]) + (cause.Length > LongestCause ? $"{cause[1..LongestCause]}…" : cause[1..]);
    }
}
