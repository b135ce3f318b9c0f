using System.Runtime.InteropServices;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Labels;

/// <summary>A text of a classification.</summary>
/// <param name="Example">Index of its example.</param>
/// <param name="Label">Number of its label.</param>
/// <param name="Features">Its words and pairs of words, each once, as numbers under <see cref="WordFeatures.Count"/>.</param>
internal readonly record struct LabelledText(int Example, int Label, ushort[] Features)
{
    /// <summary>Which part of the cross-validation it is in: the same for texts that are the same.</summary>
    public int Fold { get; } = (int)(ContentHash.OfBytes(MemoryMarshal.AsBytes(Features.AsSpan())) % CrossValidation.Folds);
}
