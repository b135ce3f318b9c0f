using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Killing;
using FineTune.Providers.Tests.Late;
using FineTune.Providers.Tests.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Disturbed;

/// <summary>A release that is killed, cut off, repeated and delayed by chance, some times over, and then run once undisturbed; the seed decides everything.</summary>
internal sealed class DisturbedRelease(int seed)
{
    private static readonly Fault[] Played = Enum.GetValues<Fault>().Where(fault => fault is not (Fault.HangBefore or Fault.HangAfter)).ToArray();
    private static readonly LateKind[] Kinds = Enum.GetValues<LateKind>();
    private readonly Random random = new(seed);
    private readonly List<LateHost> late = [];
    private readonly Lock turn = new();

    public int Kills { get; private set; }

    public int Faults { get; private set; }

    public int Late => late.Count(host => host.WasLate);

    /// <summary>Second jobs that had begun before anybody could see them; they were cancelled.</summary>
    public int Begun { get; private set; }

    /// <summary>Plays it.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    public async Task<string?> PlayAsync()
    {
        var (keeps, filters) = Pick([(true, true), (true, false), (false, false)]);
        var begins = 12 + (20 * random.NextDouble());
        using var provider = new StubProvider
        {
            KeepsMetadata = keeps,
            FiltersMetadata = filters,
            GivesContent = Chance(0.8),
            Times = (TimeSpan.FromSeconds(begins), TimeSpan.FromSeconds(begins + 30 + (120 * random.NextDouble()))),
        };
        using var clone = new Clone(provider.Address, new() { Metadata = keeps, MetadataFilter = filters, ListsModels = true }) { CallTimeout = TimeSpan.FromSeconds(2) };
        provider.Elapsed = () => clone.Time.Elapsed;
        var near = Chance(0.5);
        for (var runs = 1 + random.Next(4); runs > 0; runs--)
        {
            await DisturbAsync(provider, clone, near);
        }
        (provider.Faults, clone.Wrap, clone.Lock.Before, clone.Lock.After) = (_ => null, host => host, _ => { }, _ => { });
        clone.CallTimeout = TimeSpan.FromSeconds(10);
        var last = await clone.ReleaseAsync();
        await clone.Time.Clock.Pause(TimeSpan.FromHours(1), default);
        return Judge(provider, clone, last) is { } wrong ? $"seed {seed}: {wrong} [{last.End} {last.Message}; {string.Join("; ", clone.Progress.Lines)}]" : null;
    }

    private async Task DisturbAsync(StubProvider provider, Clone clone, bool near)
    {
        var rate = Chance(0.6) ? 0.25 * random.NextDouble() : 0;
        provider.Faults = _ => Disturb(rate);
        var points = new PointCounter(Chance(0.6) ? 1 + random.Next(50) : 0, () => throw new Killed());
        clone.Wrap = host => new CountedHost(Chance(0.6) ? Delay(host, clone, near) : host, points);
        clone.Lock.Before = _ => points.Pass();
        clone.Lock.After = _ => points.Pass();
        try
        {
            await clone.ReleaseAsync();
        }
        catch (Killed)
        {
            Kills++;
        }
        // Mostly it is run again at once.
        await clone.Time.Clock.Pause(TimeSpan.FromSeconds(Chance(0.7) ? 0 : 30 * random.NextDouble()), default);
    }

    private LateHost Delay(Providers.Hosting.ITrainingHost host, Clone clone, bool near)
    {
        late.Add(new LateHost(host, clone.Time, Pick(Kinds), TimeSpan.FromSeconds(25 * random.NextDouble()), near));
        return late[^1];
    }

    private Fault? Disturb(double rate)
    {
        lock (turn)
        {
            if (!Chance(rate))
            {
                return null;
            }
            Faults++;
            return Pick(Played);
        }
    }

    private string? Judge(StubProvider provider, Clone clone, ReleaseOutcome last)
    {
        var trained = provider.Trained;
        var succeeded = provider.Jobs.Where(job => job.Status == "succeeded").ToList();
        Begun = trained - succeeded.Count;
        return last.End is not (ReleaseEnd.Released or ReleaseEnd.UpToDate) ? "the last run does not end well"
            : succeeded.Count != 1 ? $"{succeeded.Count} jobs trained"
            : clone.Entry.CurrentVersion?.JobId != succeeded[0].Id ? "the lock names another job"
            : clone.Entry.Attempts.Any(attempt => attempt.IsPending) ? "an attempt is left pending"
            : null;
    }

    private bool Chance(double rate) => random.NextDouble() < rate;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
