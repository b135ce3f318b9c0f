using FineTune.Core.Tokenization;

namespace FineTune.Benchmarks.Passes;

/// <summary><c>tokens ENCODING FILE [PASSES]</c>: counts the contents of a JSONL file; the first pass loads the vocabulary and compiles the code.</summary>
internal static class TokenSpeed
{
    public static int Run(string encoding, string path, int passes)
    {
        var contents = Contents.Read(path);
        Console.WriteLine(Measurement.Of($"{encoding}, start", 0, () =>
        {
            _ = Encodings.VocabularyOf(encoding);
            return "the vocabulary is made";
        }));
        Console.WriteLine(Pass("first pass"));
        for (var pass = 1; pass < passes; pass++)
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
