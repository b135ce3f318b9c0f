namespace FineTune.Build.Tests.Support;

/// <summary>A case of the whole matrix, which runs where FINETUNE_FULL is 1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("FINETUNE_FULL") != "1")
        {
            Skip = "part of the whole matrix: set FINETUNE_FULL=1";
        }
    }
}
