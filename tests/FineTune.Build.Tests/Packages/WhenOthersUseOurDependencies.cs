using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

/// <summary>A task of somebody else and the program itself use YamlDotNet too, of another version.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenOthersUseOurDependencies : IDisposable
{
    private const string YamlDotNet = """<PackageReference Include="YamlDotNet" Version="13.7.1" />""";

    private readonly Solution solution;

    public WhenOthersUseOurDependencies(PackedPackage package)
    {
        solution = WhenALineIsBad.Console(package);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        solution.Write("Program.cs", """
            System.Console.WriteLine(typeof(YamlDotNet.Serialization.Deserializer).Assembly.GetName().Version.Major);
            """);
        solution.Write("tasks/tasks.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net8.0</TargetFramework><CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies></PropertyGroup>
              <ItemGroup>{YamlDotNet}<PackageReference Include="Microsoft.Build.Utilities.Core" Version="17.7.2" ExcludeAssets="runtime" /></ItemGroup>
            </Project>
            """);
        solution.Write("tasks/Theirs.cs", """
            public sealed class Theirs : Microsoft.Build.Utilities.Task
            {
                public override bool Execute()
                {
                    var yaml = new YamlDotNet.Serialization.DeserializerBuilder().Build();
                    Log.LogMessage(yaml.Deserialize<string>("theirs") + " is " + yaml.GetType().Assembly.GetName().Version.Major);
                    return true;
                }
            }
            """);
        solution.Run("build", "tasks").ShouldPass();
    }

    [FullTheory]
    [InlineData("BeforeTargets=\"ResolveReferences\"")]
    [InlineData("AfterTargets=\"CoreCompile\"")]
    public void EachHasItsOwnVersion(string when)
    {
        solution.WriteProject("app.csproj", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><EnableDefaultCompileItems>false</EnableDefaultCompileItems>", $"""
            <ItemGroup>{YamlDotNet}<Compile Include="Program.cs" /></ItemGroup>
            <UsingTask TaskName="Theirs" AssemblyFile="tasks/bin/Debug/net8.0/tasks.dll" />
            <Target Name="Theirs" {when}><Theirs /></Target>
            """);

        var build = solution.Build("app.csproj").ShouldPass();

        build.Says("theirs is 13").ShouldBeTrue();
        build.Count("FT1007").ShouldBe(1);
        build.Errors().ShouldBeEmpty();
        Dotnet.Run(solution.Folder, ["run", "--no-build", "--project", "app.csproj"]).Output.Trim().ShouldBe("13");
    }

    public void Dispose() => solution.Dispose();
}
