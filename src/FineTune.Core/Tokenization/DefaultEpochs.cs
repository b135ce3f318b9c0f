namespace FineTune.Core.Tokenization;

/// <summary>How often a host is expected to go through the data where the manifest says nothing.</summary>
/// <remarks>
/// An estimate. Source: OpenAI cookbook, <c>Chat_finetuning_data_prep.ipynb</c>: three epochs, more for fewer than 100
/// trained examples in sum, fewer for more than 25,000.
/// </remarks>
public static class DefaultEpochs
{
    private const int Target = 3;
    private const int FewestTrained = 100;
    private const int MostTrained = 25_000;
    private const int Most = 25;

    /// <summary>Epochs for so many examples, 1 to 25.</summary>
    public static int For(long examples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        return examples switch
        {
            0 => Target,
            < (FewestTrained + Target - 1) / Target => (int)Math.Min(Most, FewestTrained / examples),
            > MostTrained / Target => (int)Math.Max(1, MostTrained / examples),
            _ => Target,
        };
    }
}
