namespace FineTune.Tool.Tests.Ci;

/// <summary>Tests that need what a hosted Linux machine has: bash, git and jq. Skipped, and said so, where one of them is missing.</summary>
public sealed class CiTheoryAttribute : TheoryAttribute
{
    public CiTheoryAttribute() => Skip = CiFactAttribute.Reason;
}
