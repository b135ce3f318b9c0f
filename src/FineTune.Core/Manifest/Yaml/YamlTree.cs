using FineTune.Core.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using DuplicateKey = System.Action<FineTune.Core.Manifest.Yaml.YamlScalar>;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>Builds the tree of one document from the parser's events: aliases share their node, and neither depth nor size can run away.</summary>
internal sealed class YamlTree(IParser parser, LineStarts lines, string path, DuplicateKey reportDuplicate)
{
    private const int MostLevels = 64;
    private const long MostNodes = 100_000;

    private readonly Dictionary<string, YamlNode> anchors = new(StringComparer.Ordinal);
    private long nodes;

    /// <summary>The root of the only document; null for a file without one.</summary>
    public YamlNode? Read()
    {
        Next<StreamStart>();
        if (parser.Current is StreamEnd)
        {
            return null;
        }
        Next<DocumentStart>();
        var root = ReadNode(1);
        Next<DocumentEnd>();
        return parser.Current is DocumentStart second
            ? throw new YamlFault("a second document starts here; a manifest is one document", Range(second))
            : root;
    }

    private YamlNode ReadNode(int level)
    {
        var current = parser.Current ?? throw new YamlFault("the file ends too early", TextRange.FileStart);
        if (level > MostLevels)
        {
            throw new YamlFault($"nested more than {MostLevels} levels deep", Range(current));
        }
        YamlNode node = current switch
        {
            AnchorAlias alias => Follow(alias, level),
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, level),
            MappingStart start => ReadMapping(start, level),
            _ => throw new YamlFault("a value was expected here", Range(current)),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } named)
        {
            anchors[named.Anchor.Value] = node;
        }
        return node;
    }

    private YamlNode Follow(AnchorAlias alias, int level)
    {
        parser.MoveNext();
        if (!anchors.TryGetValue(alias.Value.Value, out var node))
        {
            throw new YamlFault($"the alias {SafeText.Quote(alias.Value.Value)} has no anchor before it", Range(alias));
        }
        if (level + node.Height - 1 > MostLevels)
        {
            throw new YamlFault($"aliases nest more than {MostLevels} levels deep", Range(alias));
        }
        Count(node.Weight, alias);
        return node;
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        parser.MoveNext();
        Count(1, scalar);
        return new YamlScalar(scalar.Value, scalar.Style is ScalarStyle.Plain, new SourceSpan(path, Range(scalar)));
    }

    private YamlSequence ReadSequence(SequenceStart start, int level)
    {
        parser.MoveNext();
        Count(1, start);
        var items = new List<YamlNode>();
        while (parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(level + 1));
        }
        return new YamlSequence(items, Close(start, start.Style is SequenceStyle.Flow, items.LastOrDefault()));
    }

    private YamlMapping ReadMapping(MappingStart start, int level)
    {
        parser.MoveNext();
        Count(1, start);
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (parser.Current is not MappingEnd)
        {
            if (ReadNode(level + 1) is not YamlScalar key)
            {
                throw new YamlFault("a key must be a single word or quoted text", Range(start));
            }
            var entry = new YamlEntry(key, ReadNode(level + 1));
            if (seen.Add(key.Value))
            {
                entries.Add(entry);
            }
            else
            {
                reportDuplicate(key);
            }
        }
        return new YamlMapping(entries, Close(start, start.Style is MappingStyle.Flow, entries.LastOrDefault()?.Value));
    }

    // In block style the parser ends a collection where the next thing begins; readers see it end with its last value.
    private SourceSpan Close(ParsingEvent start, bool flow, YamlNode? last)
    {
        var begin = lines.At(start.Start.Index);
        var end = flow ? lines.At(parser.Current!.End.Index) : last is null || last.Where.Range.End.Line < begin.Line ? begin : last.Where.Range.End;
        parser.MoveNext();
        return new SourceSpan(path, new TextRange(begin, end));
    }

    private void Count(long added, ParsingEvent place)
    {
        nodes += added;
        if (nodes > MostNodes)
        {
            throw new YamlFault($"more than {MostNodes} values, aliases counted each time; no manifest needs that", Range(place));
        }
    }

    private void Next<T>() where T : ParsingEvent
    {
        if (parser.Current is null)
        {
            parser.MoveNext();
        }
        if (parser.Current is not T)
        {
            throw new YamlFault("this is not a YAML document", parser.Current is { } current ? Range(current) : TextRange.FileStart);
        }
        parser.MoveNext();
    }

    private TextRange Range(ParsingEvent place) => new(lines.At(place.Start.Index), lines.At(place.End.Index));
}
