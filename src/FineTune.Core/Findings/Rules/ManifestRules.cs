namespace FineTune.Core.Findings.Rules;

/// <summary>What can be wrong with a manifest.</summary>
internal static class ManifestRules
{
    public static Rule NotFound { get; } = new("FT0001", "manifest-not-found", Severity.Error, "There is no manifest where it was named");

    public static Rule Syntax { get; } = new("FT0002", "manifest-syntax", Severity.Error, "The manifest is not valid YAML") { CanBeSilenced = false };

    public static Rule UnknownKey { get; } = new("FT0003", "manifest-unknown-key", Severity.Error, "The manifest has a key that means nothing");

    public static Rule Value { get; } = new("FT0004", "manifest-value", Severity.Error, "A value of the manifest is missing or wrong") { CanBeSilenced = false };

    public static Rule Version { get; } = new("FT0005", "manifest-version", Severity.Error, "This build does not know the manifest's version");

    public static Rule DuplicateKey { get; } = new("FT0006", "manifest-duplicate-key", Severity.Error, "The same key is there twice");

    public static Rule Secret { get; } = new("FT0007", "manifest-secret", Severity.Error, "A key is written into the manifest");

    public static Rule DatasetNotFound { get; } = new("FT0008", "dataset-not-found", Severity.Error, "A path or glob matches nothing that may be read");

    public static Rule UnknownRule { get; } = new("FT0009", "unknown-rule", Severity.Error, "There is no rule of this code");

    public static Rule VariableMissing { get; } = new("FT0010", "environment-variable-missing", Severity.Error, "An environment variable has no value");

    public static Rule SuppressionWithoutReason { get; } =
        new("FT0011", "suppression-without-reason", Severity.Warning, "A finding is silenced without a reason");

    public static Rule SuppressionUnused { get; } =
        new("FT0013", "suppression-unused", Severity.Warning, "An entry of lint.ignore silences nothing any more");

    public static Rule MethodNotOffered { get; } =
        new("FT0012", "method-not-offered", Severity.Error, "The provider or the base model does not offer this method");

    public static Rule GraderInvalid { get; } = new("FT2038", "grader-invalid", Severity.Error, "The grader of a reinforcement model cannot work") { CanBeOld = true };

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NotFound, Syntax, UnknownKey, Value, Version, DuplicateKey, Secret, DatasetNotFound, UnknownRule, VariableMissing,
        SuppressionWithoutReason, MethodNotOffered, SuppressionUnused, GraderInvalid,
    ];
}
