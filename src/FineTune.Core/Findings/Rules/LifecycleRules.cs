namespace FineTune.Core.Findings.Rules;

/// <summary>Rules about the days on which models and hosts end.</summary>
internal static class LifecycleRules
{
    /// <summary>FT7005: the end of the base model, or of training at the host, is announced and near.</summary>
    public static Rule Deprecated { get; } = new("FT7005", "base-model-deprecated", Severity.Warning, "The base model, or training at the host, ends soon");

    /// <summary>FT7006: the base model is shut down, or the host takes no new jobs any more.</summary>
    public static Rule ShutDown { get; } = new("FT7006", "base-model-shut-down", Severity.Warning, "The base model, or training at the host, has ended");

    /// <summary>FT7009: the catalog does not know the base model.</summary>
    public static Rule UnknownModel { get; } = new("FT7009", "unknown-base-model", Severity.Warning, "The catalog does not know the base model");

    /// <summary>FT7008: the provider no longer knows the model.</summary>
    public static Rule Gone { get; } = new("FT7008", "model-gone", Severity.Error, "The provider no longer knows the model");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Deprecated, ShutDown, Gone, UnknownModel];
}
