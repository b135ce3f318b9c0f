using System.Text;
using FineTune.Core.Tokenization;

namespace FineTune.Benchmarks.Data;

/// <summary>
/// Words of one script, the frequent ones first. They are taken from the vocabulary's ranks, which follow how often a
/// fragment occurs in the text of the world, and are drawn by Zipf's law.
/// </summary>
internal sealed class Lexicon
{
    private readonly List<string> words;
    private readonly double[] reach;

    private Lexicon(List<string> words)
    {
        this.words = words;
        reach = new double[words.Count];
        var sum = 0.0;
        for (var rank = 0; rank < words.Count; rank++)
        {
            reach[rank] = sum += 1 / (rank + 2.7);
        }
    }

    /// <summary>Words of English: the shortest by hand, since most short tokens are no words but fragments.</summary>
    public static Lexicon English()
    {
        const int ShortestWord = 4;
        string[] frequent =
        [
            "the", "of", "and", "to", "a", "in", "is", "for", "that", "it", "on", "as", "with", "be", "are", "by", "this", "or", "you", "at",
            "not", "an", "from", "we", "can", "if", "was", "have", "but", "all", "he", "they", "one", "has", "its", "so", "do", "no", "use", "any",
            "new", "may", "how", "my", "up", "out", "our", "who", "two", "set", "get", "more", "will", "when", "which", "your", "than", "her", "his", "she",
        ];
        return new Lexicon([.. frequent, .. Of(true, ('a', 'z')).words.Where(word => word.Length >= ShortestWord && !frequent.Contains(word))]);
    }

    /// <summary>Words all of whose letters lie in one of the ranges.</summary>
    public static Lexicon Of(bool spaced, params (int First, int Last)[] ranges)
    {
        var words = new List<string>();
        foreach (var token in Tokens())
        {
            var word = spaced ? token.TrimStart(' ') : token;
            if (spaced == token.StartsWith(' ') && word.Length > 0 && word.EnumerateRunes().All(rune => ranges.Any(range => rune.Value >= range.First && rune.Value <= range.Last)))
            {
                words.Add(word);
            }
        }

        return new Lexicon(words);
    }

    /// <summary>A word.</summary>
    public string Draw(SeededDraws draws)
    {
        var place = Array.BinarySearch(reach, draws.Unit() * reach[^1]);
        return words[Math.Min(place < 0 ? ~place : place, words.Count - 1)];
    }

    private static List<string> Tokens()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var tokens = new List<string>();
        foreach (var token in Encodings.VocabularyOf(Encodings.O200k).Tokens())
        {
            try
            {
                tokens.Add(strict.GetString(token));
            }
            catch (DecoderFallbackException)
            {
                // Half a character: no word.
            }
        }

        return tokens;
    }
}
