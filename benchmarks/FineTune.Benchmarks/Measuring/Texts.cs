using FineTune.Benchmarks.Data;

namespace FineTune.Benchmarks.Measuring;

/// <summary>The data of all figures, made anew in the folder of work.</summary>
internal sealed class Texts
{
    public Texts(string work)
    {
        Folder = work;
        Mixed = Made("mixed.jsonl", path => DataMaker.Run(64, path, Language.Mixed));
        Large = Made("large.jsonl", path => DataMaker.Run(200, path, Language.Mixed));
        Huge = Made("huge.jsonl", path => DataMaker.Run(1000, path, Language.Mixed));
        International = Made("international.jsonl", path => DataMaker.Run(8, path, Language.International));
        Beyond = Made("beyond.jsonl", path => DataMaker.Run(1, path, Language.BeyondFirstPlane));
        Small = Made("small.jsonl", path => File.WriteAllLines(path, File.ReadLines(Mixed).Take(20)));
        OneLetter = Made("one-letter.jsonl", path => File.WriteAllText(path, $$"""{"messages": [{"role": "user", "content": "{{new string('a', 1_000_000)}}"}, {"role": "assistant", "content": "b"}]}{{"\n"}}"""));
    }

    public string Folder { get; }

    public string Small { get; }

    public string Mixed { get; }

    public string Large { get; }

    public string Huge { get; }

    public string International { get; }

    public string Beyond { get; }

    public string OneLetter { get; }

    private string Made(string name, Action<string> make)
    {
        var path = Path.Combine(Folder, name);
        make(path);
        return path;
    }
}
