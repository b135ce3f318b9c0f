namespace FineTune.Core.Contracts;

/// <summary>What examples have in common before the conversation, counted. Added up in the order of the data, it is the same whatever the number of workers.</summary>
internal sealed class ContractTally
{
    /// <summary>Examples that were looked at.</summary>
    public long Examples { get; set; }

    /// <summary>System and developer prompts.</summary>
    public CandidateTable Prompts { get; } = new();

    /// <summary>Response formats of single examples.</summary>
    public CandidateTable Formats { get; } = new();

    /// <summary>Tools.</summary>
    public ToolTable Tools { get; } = new();

    /// <summary>Adds what comes after in a file.</summary>
    public void Add(ContractTally later, int file)
    {
        Examples += later.Examples;
        Prompts.Add(later.Prompts, file);
        Formats.Add(later.Formats, file);
        Tools.Add(later.Tools, file);
    }
}
