using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>By what near duplicates are judged; messages name these, so that a finding can be checked.</summary>
internal static class NearDuplicateSettings
{
    /// <summary>Words a shingle.</summary>
    public const int ShingleWords = 3;

    /// <summary>Least share of shingles that two examples have in common. Below it, forms that are filled in by a few words would be reported (at 0.75 templates fire).</summary>
    public const double Threshold = 0.8;

    /// <summary>Texts with fewer shingles are too short to judge.</summary>
    public const int FewestShingles = 12;

    /// <summary>Bands of the signature; two examples with one equal band are compared.</summary>
    public const int Bands = SignatureList.Bands;

    /// <summary>Hashes a band: a pair at the threshold meets in a band with a probability of 99 %.</summary>
    public const int Rows = 5;

    /// <summary>More examples than this are not remembered.</summary>
    public const int MostExamples = SignatureList.Most;

    /// <summary>More pairs than this are not compared.</summary>
    public const int MostPairs = 200_000;

    /// <summary>The parameters as a message names them.</summary>
    public static string Described { get; } = $"Jaccard of {ShingleWords}-word shingles, threshold {Threshold:0.00}, MinHash of {Bands * Rows} in {Bands} bands";
}
