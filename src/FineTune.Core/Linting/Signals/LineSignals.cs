namespace FineTune.Core.Linting.Signals;

/// <summary>The marks of the line at hand; one object is used for line after line.</summary>
internal sealed class LineSignals
{
    private readonly List<Signal> all = [];

    private SignalKind kinds;

    public void Read(ReadOnlySpan<byte> line)
    {
        all.Clear();
        SignalScan.Find(line, all);
        kinds = SignalKind.None;
        foreach (var signal in all)
        {
            kinds |= signal.Kind;
        }
    }

    public bool Has(SignalKind kind) => (kinds & kind) != 0;

    /// <summary>The next mark of a kind at or after <paramref name="index"/>; moves the index past it.</summary>
    public bool TryNext(SignalKind kind, ref int index, out int start)
    {
        while (index < all.Count)
        {
            var signal = all[index++];
            if (signal.Kind == kind)
            {
                start = signal.Start;
                return true;
            }
        }
        start = -1;
        return false;
    }
}
