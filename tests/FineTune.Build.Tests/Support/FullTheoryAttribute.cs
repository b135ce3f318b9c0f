namespace FineTune.Build.Tests.Support;

/// <summary>Cases of the whole matrix, which run where FINETUNE_FULL is 1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullTheoryAttribute : TheoryAttribute
{
    public FullTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("FINETUNE_FULL") != "1")
        {
            Skip = "part of the whole matrix: set FINETUNE_FULL=1";
        }
    }
}
