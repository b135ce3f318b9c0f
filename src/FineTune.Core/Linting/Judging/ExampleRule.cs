using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>A rule that judges each example by itself. It has no state: one object serves all threads.</summary>
internal abstract class ExampleRule(string code, string name, Severity severity, string title) : DataRule(code, name, severity, title)
{
    /// <summary>A rule that finds more of what another one is about, under its code.</summary>
    protected ExampleRule(Rule same)
        : this(same.Code, same.Name, same.DefaultSeverity, same.Title)
    {
    }

    /// <summary>Whether the rule has anything to say about such datasets at all.</summary>
    public virtual bool AppliesTo(DatasetScope scope) => true;

    /// <summary>Whether the rule judges lines of this format.</summary>
    public virtual bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Chat or ExampleFormat.Preference;

    /// <summary>Whether lines are a conversation of messages, under the keys of any host.</summary>
    protected static bool HasMessages(ExampleFormat format) => MethodFormats.HasMessages(format);

    /// <summary>Whether the rule judges only lines that the method can be trained on; lines of another format have that one fault.</summary>
    public virtual bool NeedsFittingFormat => true;

    /// <summary>Whether the rule is about the keys of lines: of a format that nothing is trained on they are of no interest.</summary>
    public virtual bool IsAboutKeys => false;

    public abstract void Check(Example example, Inspection inspection);
}
