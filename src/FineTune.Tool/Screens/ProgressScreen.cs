using FineTune.Core.Findings;
using FineTune.Providers.Releasing.Orders;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Rendering;
using Spectre.Console;

namespace FineTune.Tool.Screens;

/// <summary>Progress that moves: one bar for each model on a terminal, and lines above it for what is worth keeping.</summary>
/// <param name="console">Where lines go.</param>
/// <param name="context">Where bars go.</param>
/// <param name="jobs">The column of the bars that says what a job is doing.</param>
/// <param name="clock">What the time that is left is told from.</param>
internal sealed class ProgressScreen(IAnsiConsole console, ProgressContext context, JobColumn jobs, TimeProvider clock) : IReleaseProgress
{
    private readonly Dictionary<string, ProgressTask> tasks = new(StringComparer.Ordinal);

    /// <summary>Does work with progress shown the way that suits the reader.</summary>
    public static Task<T> WatchAsync<T>(Invocation call, Func<IReleaseProgress, Task<T>> work) =>
        call.ShowsProgress ? WatchAsync(Live.Console(call), call.Surroundings.Clock, work) : work(new PlainProgress(call));

    /// <summary>Does work with progress that moves.</summary>
    public static Task<T> WatchAsync<T>(IAnsiConsole console, TimeProvider clock, Func<IReleaseProgress, Task<T>> work)
    {
        var jobs = new JobColumn();
        return Live.Begin(console, new SpinnerColumn(), jobs, Live.Bar(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new ProgressScreen(console, context, jobs, clock)));
    }

    /// <inheritdoc/>
    public void Say(string model, string line) => Write(Paint.Text(model, Paint.Bold).Then($" {line}"));

    /// <inheritdoc/>
    public void Warn(string model, string line) => Write(Paint.Text("warning", Paint.Yellow).Then(" ").Then(model, Paint.Bold).Then($" {line}"));

    /// <inheritdoc/>
    public void Show(JobProgress progress)
    {
        lock (tasks)
        {
            if (!tasks.TryGetValue(progress.Model, out var task))
            {
                tasks[progress.Model] = task = context.AddTask(SafeText.Clean(progress.Model));
            }
            jobs.Set(task, Paint.Text(progress.Model, Paint.Bold).Then($" {PlainProgress.Describe(progress, clock)}"));
            task.IsIndeterminate = progress.TotalSteps is null or 0;
            task.MaxValue = Math.Max(1, progress.TotalSteps ?? 1);
            task.Value = progress.Step ?? 0;
        }
    }

    // To the edge: it is written over the bars, which come again below it.
    private void Write(Paragraph line) => console.Write(new Padder(line, new(0)) { Expand = true });
}
