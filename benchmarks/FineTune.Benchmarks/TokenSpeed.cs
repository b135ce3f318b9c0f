using FineTune.Core.Tokenization;

namespace FineTune.Benchmarks;

/// <summary><c>tokens ENCODING FILE</c>: counts the contents of a JSONL file; the first pass loads the vocabulary and compiles the code.</summary>
internal static class TokenSpeed
{
    private const int WarmPasses = 3;

    public static int Run(string encoding, string path)
    {
        var contents = Contents.Read(path);
        Console.WriteLine(Measurement.Of($"{encoding}, start", 0, () =>
        {
            _ = Encodings.VocabularyOf(encoding);
            return "the vocabulary is made";
        }));
        Console.WriteLine(Pass("first pass"));
        for (var pass = 0; pass < WarmPasses; pass++)
        {
            Console.WriteLine(Pass("new counter"));
        }

        return 0;

        Measurement Pass(string name) => Measurement.Of($"{encoding}, {name}", contents.Size, () =>
        {
            var counter = TokenCounter.Create(encoding);
            return $"{contents.Sum(text => counter.Count(text.Span))} tokens";
        });
    }
}
