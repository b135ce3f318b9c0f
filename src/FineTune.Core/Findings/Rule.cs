namespace FineTune.Core.Findings;

/// <summary>What a finding is about: a code that never changes meaning, with its name and weight.</summary>
/// <param name="code">Stable code, <c>FT</c> and four digits.</param>
/// <param name="name">Stable name in kebab case.</param>
/// <param name="severity">Severity unless a profile or the manifest says otherwise.</param>
/// <param name="title">One line: what is wrong where this rule reports.</param>
public class Rule(string code, string name, Severity severity, string title)
{
    /// <summary>Stable code, for example <c>FT2009</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Stable name, for example <c>role-unknown</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Severity unless a profile or the manifest says otherwise.</summary>
    public Severity DefaultSeverity { get; } = severity;

    /// <summary>One line: what is wrong where this rule reports.</summary>
    public string Title { get; } = title;

    /// <summary>Whether <c>lint.ignore</c> may leave its findings out: not where the manifest cannot be read as it was meant, which then says nothing, least of all that.</summary>
    internal bool CanBeSilenced { get; init; } = true;

    /// <summary>Whether a baseline may leave its findings out: they are about data. What is wrong with the manifest, the lock or a release is never history.</summary>
    internal bool CanBeOld { get; init; }

    /// <summary>Whether it speaks once about a file, with numbers that change and at an example that only happens to be the first.</summary>
    internal virtual bool OncePerFile => false;

    /// <summary>Whether it is about the lock, which is behind data that changes until the next release.</summary>
    internal bool OfTheLock { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Name}";
}
