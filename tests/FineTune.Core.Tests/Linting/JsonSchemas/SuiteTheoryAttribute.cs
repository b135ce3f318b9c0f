namespace FineTune.Core.Tests.Linting.JsonSchemas;

/// <summary>Runs where JSON_SCHEMA_TEST_SUITE names the folder of the public JSON Schema test suite (Debian: json-schema-test-suite).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuiteTheoryAttribute : TheoryAttribute
{
    public SuiteTheoryAttribute()
    {
        if (Folder is null)
        {
            Skip = "the public test suite is not here: JSON_SCHEMA_TEST_SUITE names no folder";
        }
    }

    public static string? Folder => Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE");
}
