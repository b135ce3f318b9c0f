namespace FineTune.Core.Tests.Linting;

/// <summary>Runs where the folder of real cases stands beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealCaseFactAttribute : FactAttribute
{
    public RealCaseFactAttribute()
    {
        if (RealCases.Folder is null)
        {
            Skip = "the real cases are not here";
        }
    }
}
