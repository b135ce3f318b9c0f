using FineTune.Tool.CommandLine;
using Spectre.Console;

namespace FineTune.Tool.Screens;

/// <summary>One moving line on a terminal while bytes are read; nothing for work that is over at once, and nothing where nobody looks.</summary>
internal sealed class ProgressLine : IProgress<long>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task shown;
    private long bytes;

    public ProgressLine(Invocation call, string verb, Func<long> total) => shown = call.ShowsProgress ? WaitAsync(call, verb, total()) : Task.CompletedTask;

    /// <inheritdoc/>
    public void Report(long value) => Interlocked.Add(ref bytes, value);

    public void Dispose()
    {
        over.SetResult();
        shown.GetAwaiter().GetResult();
    }

    private async Task WaitAsync(Invocation call, string verb, long total)
    {
        if (await Task.WhenAny(over.Task, Task.Delay(Patience)) != over.Task)
        {
            await ShowAsync(call, verb, total);
        }
    }

    private Task ShowAsync(Invocation call, string verb, long total) => Live
        .Begin(Live.Console(call), new TaskDescriptionColumn(), Live.Bar(), new PercentageColumn(), new DownloadedColumn { Base = FileSizeBase.Decimal }, new TransferSpeedColumn { Base = FileSizeBase.Decimal })
        .StartAsync(async context =>
        {
            var task = context.AddTask(verb, maxValue: Math.Max(1, total));
            while (!over.Task.IsCompleted)
            {
                task.Value = Interlocked.Read(ref bytes);
                await Task.WhenAny(over.Task, Task.Delay(Period));
            }
        });
}
