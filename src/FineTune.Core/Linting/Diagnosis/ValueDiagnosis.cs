using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>Finds what parses as JSON and is still not data that every parser reads alike.</summary>
internal static class ValueDiagnosis
{
    private const int LargeObject = 64;

    public static void Report(Inspection inspection, Example example)
    {
        var hasDelete = example.Line.Contains((byte)0x7F);
        for (var i = 0; i < example.Tape.Count; i++)
        {
            ref readonly var node = ref example.Node(i);
            if (node.Kind == JsonKind.Object)
            {
                ReportDuplicateKeys(inspection, example, i);
            }
            else if ((node.Traits & (StringTraits.LoneSurrogate | StringTraits.Nul | StringTraits.Control)) != 0)
            {
                ReportText(inspection, example, i, node.Traits);
            }
            else if (hasDelete && node.IsText && example.RawText(i).Contains((byte)0x7F))
            {
                ReportControl(inspection, example, i);
            }
        }
    }

    private static void ReportDuplicateKeys(Inspection inspection, Example example, int node)
    {
        var count = 0;
        foreach (var property in example.Tape.Properties(node))
        {
            if (count == LargeObject)
            {
                break;
            }
            if (count++ > 0 && FindEarlier(example, node, property) is >= 0 and var earlier)
            {
                ReportDuplicateKey(inspection, example, earlier, property.Name);
            }
        }
        if (count == LargeObject)
        {
            ReportInLargeObject(inspection, example, node);
        }
    }

    /// <summary>The same look through a table: an object of a million keys must not take a million squared.</summary>
    private static void ReportInLargeObject(Inspection inspection, Example example, int node)
    {
        var (seen, count) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var property in example.Tape.Properties(node))
        {
            if (!seen.TryAdd(example.Show(property.Name), property.Name) && count >= LargeObject)
            {
                ReportDuplicateKey(inspection, example, seen[example.Show(property.Name)], property.Name);
            }
            count++;
        }
    }

    private static void ReportDuplicateKey(Inspection inspection, Example example, int first, int second)
    {
        var (start, end) = (example.Node(first).Start, example.Node(first).End);
        var column = LineColumns.RangeOf(example.Line, example.LineNumber, start, end).Start.Column;
        inspection.Report(
            FileRules.DuplicateKey,
            example,
            second,
            $"{SafeText.Quote(example.Show(second))} stands twice in this object (first in column {column}); parsers keep only one of the two values");
        // Which of two top-level values is meant is not known: nothing else is judged then.
        if (IsTopLevel(example, second))
        {
            inspection.Abandon();
        }
    }

    private static bool IsTopLevel(Example example, int name)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            if (property.Name == name)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The name node of an earlier property of the same name; -1 where there is none.</summary>
    private static int FindEarlier(Example example, int node, JsonProperty property)
    {
        foreach (var earlier in example.Tape.Properties(node))
        {
            if (earlier.Name >= property.Name)
            {
                break;
            }
            if (SameText(example, earlier.Name, property.Name))
            {
                return earlier.Name;
            }
        }
        return -1;
    }

    private static bool SameText(Example example, int left, int right)
    {
        var escaped = ((example.Node(left).Traits | example.Node(right).Traits) & StringTraits.Escaped) != 0;
        return escaped ? example.Show(left) == example.Show(right) : example.RawText(left).SequenceEqual(example.RawText(right));
    }

    private static void ReportText(Inspection inspection, Example example, int node, StringTraits traits)
    {
        if ((traits & StringTraits.LoneSurrogate) != 0)
        {
            var (start, end) = EscapeSearch.FindLoneSurrogate(example, node);
            var text = System.Text.Encoding.ASCII.GetString(example.Line[start..end]);
            inspection.Report(FileRules.LoneSurrogate, example, start, end, $"{text} is half of a surrogate pair; write the whole character");
        }
        if ((traits & StringTraits.Nul) != 0)
        {
            var (start, end) = EscapeSearch.FindNul(example, node);
            inspection.Report(FileRules.NulCharacter, example, start, end, "\\u0000 is a NUL character, which text never needs; remove it");
        }
        if ((traits & StringTraits.Control) != 0)
        {
            ReportControl(inspection, example, node);
        }
    }

    private static void ReportControl(Inspection inspection, Example example, int node)
    {
        var (start, end) = EscapeSearch.FindControl(example, node);
        var escape = System.Text.Encoding.ASCII.GetString(example.Line[start..end]);
        inspection.Report(FileRules.ControlCharacter, example, start, end, escape switch
        {
            "\\b" or "\\f" => $"{escape} is the control character U+{(escape == "\\b" ? "0008" : "000C")}, which text never needs; where a backslash and a letter are meant, as in \\{(escape == "\\b" ? "beta" : "frac")}, the backslash is written twice",
            "\u007F" => "the character U+007F (delete) stands here, which text never needs; remove it",
            _ => $"{escape} is a control character, which text never needs; remove it",
        });
    }
}
