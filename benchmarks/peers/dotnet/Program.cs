using System.Text;
using FineTune.Benchmarks.Passes;
using Microsoft.ML.Tokenizers;
using SharpToken;

// LIBRARY ENCODING FILE [PASSES]: counts the contents of a JSONL file, which are strings before the clock starts.
if (args is not [("sharptoken" or "ml") and var library, var encoding, var path, ..])
{
    Console.Error.WriteLine("sharptoken|ml ENCODING FILE [PASSES]");
    return 2;
}

var contents = Contents.Read(path);
var texts = new List<string>();
_ = contents.Sum(content =>
{
    texts.Add(Encoding.UTF8.GetString(content.Span));
    return 0;
});
Func<string, int>? count = null;
Console.WriteLine(Measurement.Of($"{library}, {encoding}, start", 0, () =>
{
    count = library == "ml" ? Ml(encoding) : Sharp(encoding);
    return "the vocabulary is made";
}));
for (var pass = args.Length > 3 ? int.Parse(args[3]) : 1; pass > 0; pass--)
{
    Console.WriteLine(Measurement.Of($"{library}, {encoding}", contents.Size, () => $"{texts.Sum(text => (long)count!(text))} tokens"));
}

return 0;

// Each in a method of its own, so that the other library is not loaded.
static Func<string, int> Sharp(string encoding)
{
    var library = GptEncoding.GetEncoding(encoding);
    return text => library.CountTokens(text);
}

static Func<string, int> Ml(string encoding)
{
    var library = TiktokenTokenizer.CreateForEncoding(encoding);
    return text => library.CountTokens(text);
}
