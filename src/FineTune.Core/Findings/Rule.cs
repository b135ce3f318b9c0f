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

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Name}";
}
