namespace FineTune.Core.Findings.Rules;

/// <summary>FT9xxx: what can be wrong with the tool itself.</summary>
internal static class ToolRules
{
    /// <summary>FT9001: the build's engine cannot run the package.</summary>
    public static Rule EngineTooOld { get; } = new("FT9001", "engine-too-old", Severity.Error, "The build's engine is older than the package needs");

    /// <summary>FT9002: the repository's tool and a project's package are of two versions.</summary>
    public static Rule VersionsDiffer { get; } = new("FT9002", "tool-and-package-differ", Severity.Warning, "The tool and the package are not of one version");

    /// <summary>FT9003: a fault of ours.</summary>
    public static Rule InternalError { get; } = new("FT9003", "internal-error", Severity.Error, "The tool itself has a fault");

    /// <summary>FT9005: a variable of the environment that the tool reads has a value that means nothing.</summary>
    public static Rule VariableInvalid { get; } = new("FT9005", "environment-variable-invalid", Severity.Error, "An environment variable has a value that means nothing");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } = [EngineTooOld, VersionsDiffer, InternalError, VariableInvalid];
}
