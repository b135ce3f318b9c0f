using FineTune.Core.Findings;
using FineTune.Providers.Releasing;
using FineTune.Tool.CommandLine;
using Spectre.Console;

namespace FineTune.Tool.Screens;

/// <summary>Progress that moves: one bar for each model on a terminal, and lines above it for what is worth keeping.</summary>
internal sealed class ProgressScreen : IReleaseProgress
{
    private readonly IAnsiConsole _console;
    private readonly ProgressContext _context;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

    private ProgressScreen(IAnsiConsole console, ProgressContext context, TimeProvider clock) => (_console, _context, _clock) = (console, context, clock);

    /// <summary>Does work with progress shown the way that suits the reader.</summary>
    public static Task<T> WatchAsync<T>(Invocation call, Func<IReleaseProgress, Task<T>> work)
    {
        if (!call.ShowsProgress)
        {
            return work(new PlainProgress(call));
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = call.WantsColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(call.Surroundings.Error),
        });
        console.Profile.Width = call.Surroundings.Width;
        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new ProgressScreen(console, context, call.Surroundings.Clock)));
    }

    /// <inheritdoc/>
    public void Say(string model, string line) => _console.MarkupLineInterpolated($"[bold]{SafeText.Clean(model)}[/] {SafeText.Clean(line)}");

    /// <inheritdoc/>
    public void Warn(string model, string line) => _console.MarkupLineInterpolated($"[yellow]warning[/] [bold]{SafeText.Clean(model)}[/] {SafeText.Clean(line)}");

    /// <inheritdoc/>
    public void Show(JobProgress progress)
    {
        lock (_tasks)
        {
            if (!_tasks.TryGetValue(progress.Model, out var task))
            {
                _tasks[progress.Model] = task = _context.AddTask(Markup.Escape(SafeText.Clean(progress.Model)));
            }
            task.Description = $"[bold]{Markup.Escape(SafeText.Clean(progress.Model))}[/] {Markup.Escape(SafeText.Clean(PlainProgress.Describe(progress, _clock)))}";
            task.IsIndeterminate = progress.TotalSteps is null or 0;
            task.MaxValue = Math.Max(1, progress.TotalSteps ?? 1);
            task.Value = progress.Step ?? 0;
        }
    }
}
