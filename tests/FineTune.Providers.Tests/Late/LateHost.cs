using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;
using FineTune.Providers.Tests.Killing;
using FineTune.Providers.Tests.Releasing;

namespace FineTune.Providers.Tests.Late;

/// <summary>A host whose first create call arrives, or arrives again, some seconds later.</summary>
internal sealed class LateHost(ITrainingHost inner, TestClock clock, LateKind kind, TimeSpan delay, bool near) : HostBetween(inner)
{
    private readonly ITrainingHost inner = inner;
    private int calls;

    /// <summary>Whether a call was disturbed.</summary>
    public bool WasLate => calls > 0;

    public override HostFeatures Features => base.Features with { IsNear = near };

    public override async Task<TrainingJob> CreateJobAsync(JobOrder order, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref calls) > 1)
        {
            return await this.inner.CreateJobAsync(order, cancellation);
        }
        var job = kind == LateKind.Repeated ? await this.inner.CreateJobAsync(order, cancellation) : null;
        if (delay > TimeSpan.Zero)
        {
            clock.After(delay, () => ArriveAsync(order));
        }
        else
        {
            await ArriveAsync(order);
        }
        return job ?? throw (kind switch
        {
            LateKind.Killed => new Killed(),
            _ => new ReleaseError(ReleaseRules.Unreachable, "the connection broke off") { Passing = true, OutcomeUnknown = true, Status = kind == LateKind.TimedOut ? 504 : null },
        });
    }

    // Whatever comes of it, nobody is there to read the answer.
    private async Task ArriveAsync(JobOrder order)
    {
        try
        {
            await this.inner.CreateJobAsync(order, default);
        }
        catch (ReleaseError)
        {
        }
    }
}
