using System.Text.Json;
using FineTune.Core.Files;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile.Reading;

/// <summary>Reads bytes as JSON that may be a lock: UTF-8 without merge markers, every name once, every character whole.</summary>
internal static class LockSyntax
{
    // A lock of 50 MB has about a million; a list of 25 million zeros must not fill the memory.
    private const int MostValues = 2_000_000;

    private const int LongestCause = 120;

    /// <summary>The lock as JSON; null where it is not, with its fault reported.</summary>
    public static JsonFile? Read(ReadOnlyMemory<byte> bytes, LockFaults faults)
    {
        var mark = Utf8Mark.LengthOf(bytes.Span);
        var text = bytes.Span[mark..];
        var fault = FaultOfText(text, mark) ?? (MayHoldTooMany(text) ? FaultOfJson(text) : null);
        if (fault is null && JsonFile.Read(bytes, out _) is { } json)
        {
            CheckStrings(json, faults);
            return json;
        }
        var (start, end, message) = fault ?? FaultOfJson(text) ?? (0, 0, "the lock is not JSON");
        faults.Add(start, end, message);
        return null;
    }

    private static (int Start, int End, string Message)? FaultOfText(ReadOnlySpan<byte> text, int mark)
    {
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return (0, 0, "the lock is empty; restore it from git, or delete it to begin anew");
        }
        var at = JsonFile.FirstThatIsNotUtf8(text);
        return at < text.Length ? (at, at, $"the lock is not UTF-8 from byte {mark + at} on")
            : FindMergeMarker(text) is { } marker ? (marker, marker + 7, "the lock has merge markers; unite the two sides with \"finetune lock merge\"")
            : null;
    }

    private static int? FindMergeMarker(ReadOnlySpan<byte> text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (text[start..].StartsWith("<<<<<<<"u8) || text[start..].StartsWith(">>>>>>>"u8))
            {
                return start;
            }
            var lineFeed = text[start..].IndexOf((byte)'\n');
            start = lineFeed < 0 ? text.Length : start + lineFeed + 1;
        }
        return null;
    }

    // Every value but the first stands behind one of these.
    private static bool MayHoldTooMany(ReadOnlySpan<byte> text) =>
        text.Count((byte)',') + text.Count((byte)'[') + text.Count((byte)'{') >= MostValues;

    /// <summary>What the platform's reader says: it has words for each cause.</summary>
    private static (int Start, int End, string Message)? FaultOfJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = JsonTape.MaxDepth });
        var values = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) && ++values > MostValues)
                {
                    return ((int)reader.TokenStartIndex, (int)reader.BytesConsumed, $"the lock has more than {MostValues:N0} values");
                }
            }
            return null;
        }
        catch (JsonException exception)
        {
            var at = OffsetOf(exception, text);
            return (at, at, $"the lock is not JSON: {Cause(exception)}");
        }
    }

    private static int OffsetOf(JsonException exception, ReadOnlySpan<byte> text)
    {
        var start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            start += text[start..].IndexOf((byte)'\n') + 1;
        }
        return (int)Math.Min(start + (exception.BytePositionInLine ?? 0), text.Length);
    }

    private static string Cause(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var cause = (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.');
        // The reader repeats what it could not read, however long that is.
        return char.ToLowerInvariant(cause[0]) + (cause.Length > LongestCause ? $"{cause[1..LongestCause]}…" : cause[1..]);
    }

    private static void CheckStrings(JsonFile json, LockFaults faults)
    {
        var lone = json.LoneSurrogate;
        var repeated = json.Values.Where(value => value.Kind == JsonKind.Object).SelectMany(RepeatedNames);
        foreach (var name in repeated.Where(name => name.Start < (lone?.Start ?? int.MaxValue)).OrderBy(name => name.Start))
        {
            faults.Add(name, $"{SafeText.Quote(name.Text)} is there twice");
        }
        if (lone is { } broken)
        {
            faults.Add(broken, @"the string holds a lone surrogate (\ud800 to \udfff without its pair)");
        }
    }

    private static IEnumerable<PlacedValue> RepeatedNames(PlacedValue value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return value.Members.Select(member => member.Name).Where(name => !names.Add(name.Text));
    }
}
