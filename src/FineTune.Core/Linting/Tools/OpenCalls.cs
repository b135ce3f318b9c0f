namespace FineTune.Core.Linting.Tools;

/// <summary>The calls that wait for their results, in order; each is found by its ID without a look at the others.</summary>
internal sealed class OpenCalls
{
    private readonly List<Call> calls = [];

    /// <summary>First and last of the calls with an ID that are not answered; a first of -1 for none.</summary>
    private readonly Dictionary<string, (int First, int Last)> byId = new(StringComparer.Ordinal);

    private int named;

    private int unnamed;

    private int firstOpen;

    private int firstNamed;

    private int firstUnnamed;

    public int Count => named + unnamed;

    /// <summary>How many of them have an ID.</summary>
    public int Named => named;

    /// <summary>ID, null for none, and node of each that is not answered.</summary>
    public IEnumerable<(string? Id, int Node)> All => calls.Skip(firstOpen).Where(call => !call.IsAnswered).Select(call => (call.Id, call.Node));

    public void Add(string? id, int node)
    {
        var at = calls.Count;
        calls.Add(new Call(id, node));
        if (id is null)
        {
            unnamed++;
            return;
        }
        named++;
        if (byId.TryGetValue(id, out var same) && same.First >= 0)
        {
            calls[same.Last].NextOfId = at;
            byId[id] = (same.First, at);
        }
        else
        {
            byId[id] = (at, at);
        }
    }

    /// <summary>Answers the first call with an ID; false where none waits.</summary>
    public bool TryAnswer(string id)
    {
        if (!byId.TryGetValue(id, out var same) || same.First < 0)
        {
            return false;
        }
        Close(same.First);
        return true;
    }

    /// <summary>Answers the first call without an ID; false where none waits.</summary>
    public bool TryAnswerUnnamed()
    {
        if (unnamed == 0)
        {
            return false;
        }
        for (; calls[firstUnnamed].IsAnswered || calls[firstUnnamed].Id is not null; firstUnnamed++)
        {
        }
        Close(firstUnnamed);
        return true;
    }

    /// <summary>Answers the first call with an ID, of those that wait.</summary>
    public void AnswerFirstNamed()
    {
        for (; calls[firstNamed].IsAnswered || calls[firstNamed].Id is null; firstNamed++)
        {
        }
        Close(firstNamed);
    }

    /// <summary>Answers the first call; false where none waits.</summary>
    public bool TryAnswerFirst()
    {
        if (Count == 0)
        {
            return false;
        }
        for (; calls[firstOpen].IsAnswered; firstOpen++)
        {
        }
        Close(firstOpen);
        return true;
    }

    /// <summary>Forgets all of them: the conversation went on.</summary>
    public void Clear()
    {
        calls.Clear();
        byId.Clear();
        named = unnamed = firstOpen = firstNamed = firstUnnamed = 0;
    }

    private void Close(int at)
    {
        var call = calls[at];
        call.IsAnswered = true;
        if (call.Id is null)
        {
            unnamed--;
            return;
        }
        named--;
        byId[call.Id] = (call.NextOfId, byId[call.Id].Last);
    }

    private sealed class Call(string? id, int node)
    {
        public string? Id => id;

        public int Node => node;

        public bool IsAnswered { get; set; }

        /// <summary>The next call with the same ID; -1 for none.</summary>
        public int NextOfId { get; set; } = -1;
    }
}
