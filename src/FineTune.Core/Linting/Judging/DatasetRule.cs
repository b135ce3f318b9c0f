using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>A rule that judges a dataset as a whole.</summary>
internal abstract class DatasetRule(string code, string name, Severity severity, string title) : DataRule(code, name, severity, title)
{
    /// <summary>A rule that finds more of what another one is about, under its code.</summary>
    protected DatasetRule(Rule same)
        : this(same.Code, same.Name, same.DefaultSeverity, same.Title)
    {
    }

    /// <summary>Whether the rule has anything to say about such datasets at all.</summary>
    public virtual bool AppliesTo(DatasetScope scope) => true;

    /// <summary>Whether the rule is wanted at all.</summary>
    public virtual bool IsOn(DatasetScope scope) => scope.SeverityOf(this) != Severity.None;

    /// <summary>Begins to look at a dataset.</summary>
    public abstract DatasetCheck Start(DatasetScope scope);
}
