namespace FineTune.Core.Tests.Linting.JsonSchemas;

/// <summary>Runs where JSON_SCHEMA_TEST_SUITE names the folder of the public JSON Schema test suite (Debian: json-schema-test-suite), and that has the draft.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SuiteFactAttribute : FactAttribute
{
    public SuiteFactAttribute(string draft) => Skip = Folder is null ? "the public test suite is not here: JSON_SCHEMA_TEST_SUITE names no folder"
        : !Directory.Exists(Of(draft)) ? $"{draft} is not in this version of the public test suite"
        : null;

    private static string? Folder => Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE");

    /// <summary>The folder of a draft.</summary>
    public static string Of(string draft) => Path.Combine(Folder!, "tests", draft);
}
