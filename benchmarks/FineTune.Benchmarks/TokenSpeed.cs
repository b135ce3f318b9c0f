using System.Diagnostics;
using FineTune.Core.Tokenization;

namespace FineTune.Benchmarks;

/// <summary><c>tokens ENCODING FILE</c>: counts the contents of a texts file, first pass and warm.</summary>
internal static class TokenSpeed
{
    public static int Run(string encoding, string path, int runs)
    {
        var texts = File.ReadAllBytes(path);
        var bytes = 0L;
        for (var place = 0; place < texts.Length; place += 4 + BitConverter.ToInt32(texts, place))
        {
            bytes += BitConverter.ToInt32(texts, place);
        }

        for (var run = 0; run <= runs; run++)
        {
            var before = CpuTime();
            var counter = TokenCounter.Create(encoding);
            var loaded = CpuTime();
            var total = 0L;
            for (var place = 0; place < texts.Length;)
            {
                var length = BitConverter.ToInt32(texts, place);
                total += counter.Count(texts.AsSpan(place + 4, length));
                place += 4 + length;
            }

            var seconds = (CpuTime() - loaded).TotalSeconds;
            Console.WriteLine($"{encoding} run {run}: {total} tokens, {bytes / 1e6:F1} MB, create {(loaded - before).TotalMilliseconds:F1} ms, count {seconds * 1e3:F0} ms, {bytes / 1e6 / seconds:F1} MB/CPU-s");
        }

        return 0;
    }

    private static TimeSpan CpuTime() => Process.GetCurrentProcess().TotalProcessorTime;
}
