using System.Diagnostics;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>One moving line on a terminal while bytes are read; nothing for work that is over at once, and nothing where nobody looks.</summary>
internal sealed class ProgressLine : IProgress<long>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _output;
    private readonly Ansi _ink;
    private readonly string _verb;
    private readonly Timer? _timer;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _bytes;
    private bool _shown;
    private bool _over;

    public ProgressLine(Invocation call, string verb)
    {
        (_output, _ink, _verb) = (call.Surroundings.Error, call.MessageInk, verb);
        _timer = call.ShowsProgress ? new Timer(_ => Show(), null, Patience, Period) : null;
    }

    /// <inheritdoc/>
    public void Report(long value) => Interlocked.Add(ref _bytes, value);

    public void Dispose()
    {
        if (_timer is null)
        {
            return;
        }
        lock (_watch)
        {
            _timer.Dispose();
            _output.Write(_shown ? "\r\e[K" : "");
            _over = true;
        }
    }

    private void Show()
    {
        lock (_watch)
        {
            if (_over)
            {
                return;
            }
            var bytes = Interlocked.Read(ref _bytes);
            var rate = (long)(bytes / _watch.Elapsed.TotalSeconds);
            var spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"[(int)(_watch.ElapsedMilliseconds / 100 % 10)];
            _output.Write($"\r\e[K{_ink.Green(spinner.ToString())} {_verb}: {Amount.OfBytes(bytes)}, {_ink.Dim($"{Amount.OfBytes(rate)}/s")}");
            _shown = true;
        }
    }
}
