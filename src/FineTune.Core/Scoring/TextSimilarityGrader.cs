namespace FineTune.Core.Scoring;

/// <summary>How alike two texts are, 0 to 1, by one of the API's metrics that need no model.</summary>
internal sealed record TextSimilarityGrader(string Input, string Reference, string Metric) : TextGrader(Input, Reference)
{
    /// <summary>The metric that compares embeddings, which only a model makes.</summary>
    public const string NeedsModel = "cosine";

    protected override double Compare(string input, string reference) => Metric switch
    {
        "fuzzy_match" => FuzzyMatch.Of(input, reference),
        "bleu" => Bleu.Of(input, reference),
        "gleu" => Gleu.Of(input, reference),
        "meteor" => Meteor.Of(input, reference),
        "rouge_l" => Rouge.OfLongest(input, reference),
        ['r', 'o', 'u', 'g', 'e', '_', >= '1' and <= '5' and var length] => Rouge.Of(input, reference, length - '0'),
        _ => throw new InvalidOperationException($"{Metric} is not a metric that can be reckoned"),
    };
}
