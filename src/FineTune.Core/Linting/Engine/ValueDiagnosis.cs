using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Diagnosis;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

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

    /// <summary>Each key is said once, however often it stands there.</summary>
    private static void ReportDuplicateKeys(Inspection inspection, Example example, int node)
    {
        var (count, looks, mayRepeat) = (0, 0UL, false);
        foreach (var property in example.Tape.Properties(node))
        {
            if (count++ == LargeObject)
            {
                ReportInLargeObject(inspection, example, node);
                return;
            }
            // A name with escapes may equal any other.
            var isEscaped = (example.Node(property.Name).Traits & StringTraits.Escaped) != 0;
            var raw = example.RawText(property.Name);
            var look = raw.IsEmpty ? 1 : 1UL << ((raw.Length * 7 + raw[0] * 5 + raw[^1]) & 63);
            mayRepeat |= isEscaped || (looks & look) != 0;
            looks |= look;
        }
        if (!mayRepeat)
        {
            return;
        }
        foreach (var property in example.Tape.Properties(node))
        {
            if (CountEarlier(example, node, property) == 1)
            {
                ReportDuplicateKey(inspection, example, node, property.Name);
            }
        }
    }

    /// <summary>The same look through a table: an object of a million keys must not take a million squared.</summary>
    private static void ReportInLargeObject(Inspection inspection, Example example, int node)
    {
        var isSaid = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var property in example.Tape.Properties(node))
        {
            var key = example.Show(property.Name);
            if (!isSaid.TryAdd(key, false) && !isSaid[key])
            {
                isSaid[key] = true;
                ReportDuplicateKey(inspection, example, node, property.Name);
            }
        }
    }

    private static void ReportDuplicateKey(Inspection inspection, Example example, int holder, int second)
    {
        inspection.Report(FileRules.DuplicateKey, example, second, () => $"{SafeText.Quote(example.Show(second))} stands twice in this object; parsers keep only one of the two values");
        // Which of two top-level values is meant is not known: nothing else is judged then.
        if (holder == 0)
        {
            inspection.Abandon();
        }
    }

    /// <summary>How many earlier properties have the same name.</summary>
    private static int CountEarlier(Example example, int node, JsonProperty property)
    {
        var count = 0;
        foreach (var earlier in example.Tape.Properties(node))
        {
            if (earlier.Name >= property.Name)
            {
                break;
            }
            count += SameText(example, earlier.Name, property.Name) ? 1 : 0;
        }
        return count;
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
