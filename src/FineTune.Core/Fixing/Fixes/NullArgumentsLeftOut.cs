using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.JsonSchemas;
using FineTune.Core.Linting.Rules.Tools;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2028: leaves out arguments that are null where the tool takes no null, after which the call matches what it declares.</summary>
internal sealed class NullArgumentsLeftOut : ILineFix
{
    public Rule Rule => ToolArgumentsSchema.Rule;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        var (example, edits) = (line.Example, new LineEdits());
        if (!line.IsObject || (example.Tools < 0 && example.Functions < 0))
        {
            return null;
        }
        ToolBox? tools = null;
        var work = new SchemaWork(example.Line.Length);
        foreach (var call in new ToolCalls(example))
        {
            if (work.IsDone || call.Arguments < 0 || example.Raw(call.Arguments).IndexOf("null"u8) < 0 || (example.Node(call.Arguments).Traits & StringTraits.LoneSurrogate) != 0)
            {
                continue;
            }
            tools ??= ToolBox.Of(example, line.Scope.Uses.Any(use => use.Profile.Tools.TextTools));
            using var arguments = ToolArguments.Parse(example, call.Arguments, line.Scratch);
            if (arguments is not null
                && tools.Find(call.Name) is { Parameters: { } schema }
                && NullArguments.Of(arguments.RootElement, schema, schema.Validate(arguments.RootElement, work), work) is { } nulls
                && Without(example, call.Arguments, nulls.Names, line.Scratch) is { } kept)
            {
                edits.Replace(example.Node(call.Arguments).Start, example.Node(call.Arguments).End, kept);
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }

    /// <summary>The arguments without some that are null; null where one of them stands there once more.</summary>
    private static byte[]? Without(Example example, int arguments, IReadOnlyList<string> names, Scratch scratch)
    {
        var isText = example.Node(arguments).IsText;
        var text = (isText ? example.Text(arguments, scratch) : example.Raw(arguments)).ToArray();
        var inner = new Example();
        inner.Start(text, 0, text.Length, example.LineNumber, 0);
        inner.Tape.Parse(text);
        var gone = names.ToHashSet(StringComparer.Ordinal);
        foreach (var property in inner.Tape.AllProperties(0))
        {
            if (gone.Contains(inner.Show(property.Name)))
            {
                if (inner.Node(property.Value).Kind != JsonKind.Null)
                {
                    return null;
                }
                inner.Tape.LeaveOut(property.Name);
            }
        }
        var kept = KeptText.Of(inner, 0);
        return isText ? JsonText.Quote(kept) : kept.ToArray();
    }
}
