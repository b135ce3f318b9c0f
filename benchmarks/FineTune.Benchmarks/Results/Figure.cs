using System.Text.Json.Serialization;

namespace FineTune.Benchmarks.Results;

/// <summary>One thing that was measured of us and of others, in turn.</summary>
/// <param name="Name">What was done, in Markdown.</param>
/// <param name="Measure">What was read: CPU time, time by the clock, memory.</param>
/// <param name="Unit">In what.</param>
/// <param name="Programs">Ours first.</param>
/// <param name="Bound">What must be reached; null for what is told only.</param>
/// <param name="Charted">Whether the chart shows it.</param>
internal sealed record Figure(string Name, string Measure, string Unit, IReadOnlyList<Readings> Programs, Bound? Bound, bool Charted)
{
    [JsonIgnore]
    public Readings Ours => Programs[0];

    [JsonIgnore]
    public Readings? Portable => Programs.Skip(1).FirstOrDefault(program => program.Name == Readings.Portable);

    /// <summary>Who is no part of this product.</summary>
    [JsonIgnore]
    public IEnumerable<Readings> Peers => Programs.Skip(1).Where(program => program.Name != Readings.Portable);

    /// <summary>What is held against the bound.</summary>
    public Spread? Judged => Bound switch
    {
        null => null,
        { Beside: null } => Ours.Spread,
        { TimesAsFast: null } => Ours.Beside(Peer(Bound.Beside)),
        _ => Peer(Bound.Beside).Beside(Ours),
    };

    public bool? IsMet => Bound?.IsMetBy(Judged!);

    private Readings Peer(string name) => Programs.Single(program => program.Name == name);
}
