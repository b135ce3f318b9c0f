namespace FineTune.Benchmarks.Results;

/// <summary>A text, and how many tokens each program finds in it.</summary>
/// <param name="Name">What the text is.</param>
/// <param name="Reference">The program whose count is the right one: the host's own library.</param>
/// <param name="Tokens">Tokens by program.</param>
internal sealed record CountedText(string Name, string Reference, IReadOnlyDictionary<string, long> Tokens)
{
    public IEnumerable<string> Right => Tokens.Where(one => one.Value == Tokens[Reference]).Select(one => one.Key);

    public IEnumerable<string> Wrong => Tokens.Keys.Except(Right);
}
