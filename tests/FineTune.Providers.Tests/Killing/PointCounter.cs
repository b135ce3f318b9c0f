namespace FineTune.Providers.Tests.Killing;

/// <summary>Counts the points before and after every call and every write, and acts at one of them.</summary>
internal sealed class PointCounter(int at, Action act)
{
    private int passed;

    public int Passed => passed;

    public void Pass()
    {
        if (Interlocked.Increment(ref passed) == at)
        {
            act();
        }
    }

    public async Task<T> AroundAsync<T>(Func<Task<T>> call)
    {
        Pass();
        try
        {
            return await call();
        }
        finally
        {
            Pass();
        }
    }
}
