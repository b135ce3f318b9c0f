using FineTune.Core.Catalog;
using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Messages;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>What a file is fixed for: all that it is used for, since it has one content.</summary>
/// <param name="Uses">Hosts and methods that read the file; one at least.</param>
/// <param name="Unsafe">Whether fixes that change meaning are wanted.</param>
/// <param name="Convert">Whether other formats are to become <c>messages</c>.</param>
internal sealed record FixScope(IReadOnlyList<DatasetScope> Uses, bool Unsafe, bool Convert)
{
    public int MaxLineBytes => Uses.Max(use => use.Profile.Limits.MaxLineBytes);

    /// <summary>Whether some host wants the file to start with a byte-order mark.</summary>
    public bool NeedsMark => Uses.Any(use => use.Profile.ByteOrderMark == ByteOrderMark.Required);

    /// <summary>Whether some host wants a call's arguments as a string.</summary>
    public bool NeedsStringArguments => Uses.Any(use => !use.Profile.Tools.ObjectArguments);

    /// <summary>Whether some use reports a rule: what nobody calls wrong is not touched.</summary>
    public bool Reports(Rule rule) => Uses.Any(use => use.SeverityOf(rule) != Severity.None);

    /// <summary>Whether lines that a conversion reads are of use to nobody, and what it writes would be.</summary>
    public bool Wants(Conversion conversion) => Convert && Uses.All(use => ConversionOffer.Wants(use, conversion));

    /// <summary>What becomes of keys that a conversion does not read: those go that a host fails on.</summary>
    public Leftovers Leftovers(Conversion conversion) => new(
        conversion.Target == ExampleFormat.Preference ? Known(UnknownKey.Rule, _ => UnknownKey.PreferenceKeys.All) : Known(UnknownKey.Rule, use => use.Profile.TopLevelKeys),
        Known(MessageUnknownKey.Rule, use => use.Profile.MessageKeys));

    /// <summary>The keys that every host takes which fails on others; null where none does.</summary>
    private List<string>? Known(Rule rule, Func<DatasetScope, IEnumerable<string>> keysOf)
    {
        var strict = Uses.Where(use => use.SeverityOf(rule) == Severity.Error && !use.Profile.ReadsNamedColumnsOnly).Select(keysOf).ToList();
        return strict.Count == 0 ? null : [.. strict.Aggregate((all, more) => all.Intersect(more))];
    }
}
