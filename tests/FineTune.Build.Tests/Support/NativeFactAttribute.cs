namespace FineTune.Build.Tests.Support;

/// <summary>A test of machine code, which takes a minute to make: part of the whole matrix, where a C compiler is there to link it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("FINETUNE_FULL") != "1")
        {
            Skip = "part of the whole matrix: set FINETUNE_FULL=1";
        }
        else if (OperatingSystem.IsLinux() && !IsThere("clang", "gcc"))
        {
            Skip = "there is no clang or gcc to link machine code with";
        }
    }

    private static bool IsThere(params string[] programs) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => programs.Any(program => File.Exists(Path.Combine(folder, program))));
}
