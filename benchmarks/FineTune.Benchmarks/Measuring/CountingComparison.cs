using System.Globalization;
using FineTune.Benchmarks.Passes;
using FineTune.Benchmarks.Results;
using FineTune.Core.Tokenization;

namespace FineTune.Benchmarks.Measuring;

/// <summary>Counters of tokens beside each other: the first count in a process, the encoding loaded and the code compiled by it.</summary>
internal sealed class CountingComparison(Programs programs, Texts texts, int rounds)
{
    private const string SharpToken = "SharpToken";
    private const string TikToken = "npm tiktoken";

    public IEnumerable<Func<Figure>> Figures() =>
    [
        () => Counting("counting tokens, 64 MB", texts.Mixed, charted: true, new Bound(SharpToken, TimesAsFast: 14), [.. Ours(), .. DotNetPeers(), .. JavaScriptPeers()]),
        () => Counting("counting tokens, no English, 8 MB", texts.International, charted: false, null, [.. Ours(), .. DotNetPeers(), .. JavaScriptPeers()]),
        () => Counting("counting 1 MB of one letter", texts.OneLetter, charted: false, null, Ours()),
    ];

    /// <summary>Who counts right.</summary>
    public IEnumerable<CountedText> CountedTexts() =>
    [
        Count("words of letters, digits and emoji beyond Unicode's first plane", texts.Beyond),
        Count("prose of ten other scripts with some emoji", texts.International),
    ];

    private Figure Counting(string name, string path, bool charted, Bound? bound, IReadOnlyList<(string Name, Command Command)> counters) =>
        new(name, "CPU time", "ms/MB", Contestant.TakeTurns([.. counters.Select(counter => new Contestant(counter.Name, () => MillisecondsPerMegabyte(counter.Command.With(path, "1").Measured())))], rounds), bound, charted);

    private CountedText Count(string name, string path) =>
        new(name, TikToken, DotNetPeers().Concat(JavaScriptPeers()).Prepend(Ours()[0]).ToDictionary(counter => counter.Name, counter => Tokens(counter.Command.With(path, "1").Measured()[^1])));

    private IReadOnlyList<(string Name, Command Command)> Ours() =>
        [.. programs.Counters.Select(counter => (counter.Name, counter.Command.With("tokens", Encodings.O200k)))];

    private IEnumerable<(string Name, Command Command)> DotNetPeers() =>
    [
        (SharpToken, programs.DotNetPeer("sharptoken").With(Encodings.O200k)),
        ("Microsoft.ML.Tokenizers", programs.DotNetPeer("ml").With(Encodings.O200k)),
    ];

    private IEnumerable<(string Name, Command Command)> JavaScriptPeers() =>
    [
        (TikToken, programs.Node("tiktoken.mjs").With(Encodings.O200k)),
        ("gpt-tokenizer", programs.Node("gpt-tokenizer.mjs").With(Encodings.O200k)),
    ];

    private static double MillisecondsPerMegabyte(IReadOnlyList<Measurement> measured) =>
        measured.Sum(part => part.Seconds) * 1000 / measured[^1].Megabytes;

    private static long Tokens(Measurement measured) => long.Parse(measured.Note.Split(' ')[0], CultureInfo.InvariantCulture);
}
