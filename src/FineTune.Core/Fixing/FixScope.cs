using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting;

namespace FineTune.Core.Fixing;

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
    public bool Reports(string code) =>
        RuleBook.OfData.FirstOrDefault(rule => rule.Code == code) is not { } rule || Uses.Any(use => use.SeverityOf(rule) != Severity.None);

    /// <summary>Whether lines of a format are of use to nobody, and would be as chat examples.</summary>
    public bool WantsChatInsteadOf(ExampleFormat format) =>
        Convert && Uses.All(use => use.Method == TuningMethod.Supervised && !MethodFormats.Fits(use, format));

    /// <summary>Whether lines of a format are of use to nobody, and would be as preference examples: files alone become what they hold.</summary>
    public bool WantsPreferenceInsteadOf(ExampleFormat format) =>
        Convert && Uses.All(use => (use.Method == TuningMethod.Dpo || use.Model is null) && !MethodFormats.Fits(use, format));
}
