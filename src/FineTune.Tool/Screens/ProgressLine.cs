using System.Diagnostics;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>One moving line on a terminal while bytes are read; nothing for work that is over at once, and nothing where nobody looks.</summary>
internal sealed class ProgressLine : IProgress<long>, IDisposable
{
    private const int BarWidth = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _output;
    private readonly Ansi _ink;
    private readonly string _verb;
    private readonly Timer? _timer;
    private readonly long _total;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _bytes;
    private bool _shown;
    private bool _over;

    public ProgressLine(Invocation call, string verb, Func<long> total)
    {
        (_output, _ink, _verb) = (call.Surroundings.Error, call.MessageInk, verb);
        _total = call.ShowsProgress ? total() : 0;
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
            var rate = Amount.OfBytes((long)(bytes / _watch.Elapsed.TotalSeconds));
            var share = _total > 0 ? Math.Clamp((double)bytes / _total, 0, 1) : 0;
            var filled = (int)(share * BarWidth);
            var bar = _ink.Green(new string('━', filled)) + _ink.Dim(new string('─', BarWidth - filled));
            _output.Write($"\r\e[K{_verb} {bar} {share * 100:0} %  {_ink.Dim($"{Amount.OfBytes(bytes)}, {rate}/s")}");
            _shown = true;
        }
    }
}
