namespace FineTune.Core.Counting;

/// <summary>How often a host is expected to go through the data where the manifest says nothing.</summary>
/// <remarks>
/// An estimate. Source: OpenAI cookbook, <c>Chat_finetuning_data_prep.ipynb</c>: three epochs, more for fewer than 100
/// trained examples in sum, fewer for more than 25,000.
/// </remarks>
internal static class DefaultEpochs
{
    /// <summary>Epochs for neither few examples nor many.</summary>
    public const int Usual = 3;

    private const int FewestTrained = 100;
    private const int MostTrained = 25_000;
    private const int Most = 25;

    /// <summary>Epochs for so many examples, 1 to 25.</summary>
    public static int For(long examples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        return examples switch
        {
            0 => Usual,
            < (FewestTrained + Usual - 1) / Usual => (int)Math.Min(Most, FewestTrained / examples),
            > MostTrained / Usual => (int)Math.Max(1, MostTrained / examples),
            _ => Usual,
        };
    }
}
