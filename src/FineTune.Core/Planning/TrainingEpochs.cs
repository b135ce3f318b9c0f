using System.Globalization;
using FineTune.Core.Manifest;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Planning;

/// <summary>How often a training goes through its data.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="IsDeclared">Whether the manifest says so; otherwise it is what hosts are known to choose.</param>
internal readonly record struct TrainingEpochs(int Count, bool IsDeclared)
{
    /// <summary>The epochs of a model with so many training examples.</summary>
    public static TrainingEpochs Of(ModelSettings model, long examples) =>
        int.TryParse(model.Hyperparameters.GetValueOrDefault("n_epochs")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var declared) && declared > 0
            ? new(declared, IsDeclared: true)
            : new(DefaultEpochs.For(examples), IsDeclared: false);
}
