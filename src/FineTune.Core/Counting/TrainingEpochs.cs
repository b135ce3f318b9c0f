using System.Globalization;
using FineTune.Core.Manifest;

namespace FineTune.Core.Counting;

/// <summary>How often a training goes through its data.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="IsDeclared">Whether the manifest says so; otherwise it is what hosts are known to choose.</param>
internal readonly record struct TrainingEpochs(int Count, bool IsDeclared)
{
    /// <summary>The epochs of a model with so many training examples; null for files alone.</summary>
    public static TrainingEpochs Of(ModelSettings? model, long examples) =>
        DeclaredBy(model) is { } declared ? new(declared, IsDeclared: true) : new(DefaultEpochs.For(examples), IsDeclared: false);

    /// <summary>The epochs that the manifest declares; null where it leaves them to the host, and for files alone.</summary>
    public static int? DeclaredBy(ModelSettings? model) =>
        int.TryParse(model?.Hyperparameters.GetValueOrDefault("n_epochs")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var declared) && declared > 0 ? declared : null;
}
