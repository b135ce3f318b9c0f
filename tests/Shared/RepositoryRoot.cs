namespace FineTune.Tests;

/// <summary>The folder of the solution, found from where the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "FineTune.Build.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder.TrimEnd('/', '\\'))!);
}
