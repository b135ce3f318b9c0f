using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Counting;

/// <summary>What the examples of a dataset are like: sizes, turns, who speaks. Its size does not grow with their number.</summary>
internal sealed class Census
{
    private readonly Tally tokens = new();

    private readonly Tally turns = new();

    private readonly long[] messages = new long[(int)MessageRole.Function + 1];

    /// <summary>Examples that were counted: those that could be read.</summary>
    public long Examples => tokens.Count;

    /// <summary>Tokens of all examples before any cut.</summary>
    public long TotalTokens { get; private set; }

    /// <summary>Examples that declare tools.</summary>
    public long WithTools { get; private set; }

    /// <summary>Examples with an image.</summary>
    public long WithImages { get; private set; }

    /// <summary>Billable tokens of an example, before any cut.</summary>
    public Distribution? Tokens => tokens.Spread;

    /// <summary>Turns of an example: messages that are no instruction; 0 in a format without messages.</summary>
    public Distribution? Turns => turns.Spread;

    /// <summary>Messages by role, in the order in which roles speak; only roles that do.</summary>
    public IReadOnlyList<(string Role, long Messages)> Roles =>
        [.. Enum.GetValues<MessageRole>().Where(role => messages[(int)role] > 0).Select(role => (role.Name(), messages[(int)role]))];

    /// <summary>Adds an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="total">Its tokens, before any cut.</param>
    /// <param name="hasTools">Whether it declares tools.</param>
    /// <param name="hasImages">Whether it has an image.</param>
    public void Add(Example example, int total, bool hasTools, bool hasImages)
    {
        var spoken = 0;
        foreach (ref readonly var message in example.Messages)
        {
            messages[(int)message.Role]++;
            spoken += message.IsInstruction ? 0 : 1;
        }
        turns.Add(spoken);
        tokens.Add(total);
        TotalTokens += total;
        WithTools += hasTools ? 1 : 0;
        WithImages += hasImages ? 1 : 0;
    }

    /// <summary>Adds what another one counted.</summary>
    public void Add(Census other)
    {
        tokens.Add(other.tokens);
        turns.Add(other.turns);
        for (var role = 0; role < messages.Length; role++)
        {
            messages[role] += other.messages[role];
        }
        TotalTokens += other.TotalTokens;
        WithTools += other.WithTools;
        WithImages += other.WithImages;
    }
}
