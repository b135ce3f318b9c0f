namespace FineTune.Build.Tests.Support;

/// <summary>A folder with a user's projects, outside of the repository, that gets the package from its own feed.</summary>
public sealed class Solution : IDisposable
{
    private readonly PackedPackage package;
    private int builds;

    public Solution(PackedPackage package, string name = "app")
    {
        this.package = package;
        Folder = Path.Combine(Directory.CreateTempSubdirectory("finetune-build-").FullName, name);
        Directory.CreateDirectory(Path.Combine(Folder, ".git"));
        Write(".git/HEAD", "ref: refs/heads/main\n");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
    }

    /// <summary>Absolute path.</summary>
    public string Folder { get; }

    /// <summary>Absolute path of the folder that packages are restored into.</summary>
    public string Packages => package.Packages;

    /// <summary>Absolute path of a file in it.</summary>
    public string At(string path) => Path.Combine(Folder, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Absolute path of something outside of it, deleted with it.</summary>
    public string Beside(string name) => Path.Combine(Path.GetDirectoryName(Folder)!, name);

    /// <summary>Writes a file; its time of writing lies an hour back, as that of data in a checkout.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        File.SetLastWriteTimeUtc(At(path), DateTime.UtcNow.AddHours(-1));
    }

    /// <summary>The lines of a project file that bring in the package.</summary>
    public string Reference => $"""
        <PropertyGroup><RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources></PropertyGroup>
        <ItemGroup><PackageReference Include="FineTune.Build" Version="{package.Version}" PrivateAssets="all" /></ItemGroup>
        """;

    /// <summary>Writes a project with the package.</summary>
    public void WriteProject(string path, string properties, string items = "", string sdk = "Microsoft.NET.Sdk") => Write(path, $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>{properties}</PropertyGroup>
          {Reference}
          {items}
        </Project>
        """);

    /// <summary>Runs dotnet in the folder with a binary log.</summary>
    public BuildResult Run(string command, params string[] arguments) => Run(new Dictionary<string, string>(), command, arguments);

    public BuildResult Run(IReadOnlyDictionary<string, string> environment, string command, params string[] arguments)
    {
        var binlog = At($"{++builds}.binlog");
        var all = new Dictionary<string, string>(environment) { ["NUGET_PACKAGES"] = package.Packages };
        all.TryAdd("FINETUNE_TODAY", "2026-01-15");
        BuildList.Add(this, command, arguments);
        var (exitCode, output) = Dotnet.Run(Folder, [command, "-nr:false", "-tl:off", "-bl:" + binlog, "-p:NuGetAudit=false", .. arguments], all);
        return new(exitCode, output, binlog);
    }

    /// <summary>Builds.</summary>
    public BuildResult Build(params string[] arguments) => Run("build", arguments);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
}
