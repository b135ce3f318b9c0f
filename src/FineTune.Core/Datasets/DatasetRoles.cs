namespace FineTune.Core.Datasets;

/// <summary>The roles of datasets as files and messages name them.</summary>
internal static class DatasetRoles
{
    /// <summary><c>training</c> or <c>validation</c>.</summary>
    public static string Name(this DatasetRole role) => role is DatasetRole.Training ? "training" : "validation";
}
