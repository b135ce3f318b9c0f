using FineTune.Core.Tokenization.Memory;
using FineTune.Core.Tokenization.Merging;

namespace FineTune.Core.Tokenization;

/// <summary>The encodings that can be counted. Which model has which is data of the catalog.</summary>
internal static class Encodings
{
    /// <summary>GPT-4o and later.</summary>
    public const string O200k = "o200k_base";

    /// <summary>GPT-4 and GPT-3.5.</summary>
    public const string Cl100k = "cl100k_base";

    private static readonly Lazy<Vocabulary> O200kVocabulary = new(() => Load(O200k));
    private static readonly Lazy<Vocabulary> Cl100kVocabulary = new(() => Load(Cl100k));

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> All { get; } = [O200k, Cl100k];


    /// <summary>The vocabulary of an encoding, read when it is first asked for.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Vocabulary VocabularyOf(string encoding) => encoding switch
    {
        O200k => O200kVocabulary.Value,
        Cl100k => Cl100kVocabulary.Value,
        _ => throw new ArgumentException($"no such encoding: {encoding}", nameof(encoding)),
    };

    private static Vocabulary Load(string encoding) => new(EmbeddedData.Open($"tokens/{encoding}.merges"));
}
