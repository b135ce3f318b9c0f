using System.Text;

namespace FineTune.Core.Scoring;

/// <summary>A text as its words, which are letters and digits without case, each as a number that is the same for the same word.</summary>
internal static class WordList
{
    /// <summary>The words of two texts, numbered together.</summary>
    public static (int[] First, int[] Second) Of(string first, string second)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return (Number(first, numbers), Number(second, numbers));
    }

    private static int[] Number(string text, Dictionary<string, int> numbers)
    {
        var words = new List<int>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else
            {
                End();
            }
        }
        End();
        return [.. words];

        void End()
        {
            if (word.Length > 0)
            {
                numbers.TryAdd(word.ToString(), numbers.Count);
                words.Add(numbers[word.ToString()]);
                word.Clear();
            }
        }
    }
}
