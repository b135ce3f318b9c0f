namespace FineTune.Core.Datasets;

/// <summary>What a dataset is for.</summary>
public enum DatasetRole
{
    /// <summary>The model learns from it.</summary>
    Training,

    /// <summary>The model is measured on it.</summary>
    Validation,
}
