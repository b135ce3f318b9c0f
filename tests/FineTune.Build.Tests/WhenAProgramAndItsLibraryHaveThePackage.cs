using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>Two projects, one of which refers to the other, each with one target framework and the same root namespace.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenAProgramAndItsLibraryHaveThePackage : IDisposable
{
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><RootNamespace>Contoso</RootNamespace>";

    private readonly Solution solution;

    public WhenAProgramAndItsLibraryHaveThePackage(PackedPackage package)
    {
        solution = new(package);
        solution.WriteProject("lib/lib.csproj", Properties);
        solution.Write("lib/Code.cs", "namespace Contoso { public static class Code { public static string Id { get { return FineTunedModels.SupportBot.Id; } } } }\n");
        solution.WriteProject("app/app.csproj", Properties + "<OutputType>Exe</OutputType>", """<ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>""");
        solution.Write("app/Program.cs", "System.Console.WriteLine(Contoso.Code.Id);\n");
        solution.Write("all.sln", """
            Microsoft Visual Studio Solution File, Format Version 12.00
            # Visual Studio Version 17
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "lib", "lib\lib.csproj", "{11111111-1111-4111-8111-111111111111}"
            EndProject
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "app", "app\app.csproj", "{22222222-2222-4222-8222-222222222222}"
            EndProject
            Global
              GlobalSection(SolutionConfigurationPlatforms) = preSolution
                Debug|Any CPU = Debug|Any CPU
                Release|Any CPU = Release|Any CPU
              EndGlobalSection
              GlobalSection(ProjectConfigurationPlatforms) = postSolution
                {11111111-1111-4111-8111-111111111111}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
                {11111111-1111-4111-8111-111111111111}.Debug|Any CPU.Build.0 = Debug|Any CPU
                {11111111-1111-4111-8111-111111111111}.Release|Any CPU.ActiveCfg = Release|Any CPU
                {11111111-1111-4111-8111-111111111111}.Release|Any CPU.Build.0 = Release|Any CPU
                {22222222-2222-4222-8222-222222222222}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
                {22222222-2222-4222-8222-222222222222}.Debug|Any CPU.Build.0 = Debug|Any CPU
                {22222222-2222-4222-8222-222222222222}.Release|Any CPU.ActiveCfg = Release|Any CPU
                {22222222-2222-4222-8222-222222222222}.Release|Any CPU.Build.0 = Release|Any CPU
              EndGlobalSection
            EndGlobal

            """);
        Own("lib");
        Own("app");
    }

    [FullTheory]
    [InlineData("build app")]
    [InlineData("build app -graph")]
    [InlineData("build app -graph -isolate")]
    [InlineData("build app -f net10.0")]
    [InlineData("build app -t:Rebuild")]
    [InlineData("build app --no-incremental")]
    [InlineData("build all.sln")]
    [InlineData("build all.sln -m:4")]
    [InlineData("build all.sln -mt")]
    [InlineData("build all.sln -graph")]
    [InlineData("build all.sln -graph -isolate")]
    [InlineData("build all.sln -t:Rebuild")]
    [InlineData("publish app")]
    public void EachIsLintedOnceIn(string command)
    {
        solution.Run("restore", "all.sln").ShouldPass();

        Run(command).Messages("data read").ShouldBe(2);

        File.Delete(solution.At("lib/finetune.yml"));
        File.Delete(solution.At("app/finetune.yml"));
        Own(".");

        Run(command).Messages("data read").ShouldBe(1);

        solution.Write("data/train.jsonl", Sample.LinesWithFault());
        // After any failure in an isolated graph MSBuild itself adds, without a code, that a result is missing.
        Start(command).ShouldFail().Errors().Select(error => error.Code).OfType<string>().Distinct().ShouldBe(["FT2009"]);
    }

    [Fact]
    public void EachHasItsConstantsInTheOneNamespace()
    {
        Locks.Train(solution, "app/finetune.yml", id: "ft:gpt-4.1-mini-2025-04-14:contoso:program:XyZ987");
        solution.Write("app/Program.cs", "System.Console.WriteLine(Contoso.Code.Id + \" \" + Contoso.FineTunedModels.SupportBot.Id);\n");

        solution.Build("app").ShouldPass().Errors().ShouldBeEmpty();

        Dotnet.Run(solution.At("app"), ["run", "--no-build"]).Output.Trim().ShouldBe(Locks.ModelId + " ft:gpt-4.1-mini-2025-04-14:contoso:program:XyZ987");
    }

    public void Dispose() => solution.Dispose();

    private void Own(string folder)
    {
        solution.Write($"{folder}/finetune.yml", Sample.Manifest);
        solution.Write($"{folder}/data/train.jsonl", Sample.LinesWithWarning());
        Locks.Train(solution, $"{folder}/finetune.yml");
    }

    private BuildResult Run(string command)
    {
        var build = Start(command).ShouldPass();
        build.Diagnostics().Select(diagnostic => diagnostic.Code).ShouldBe(["FT1007", "FT1007"]);
        build.Errors().ShouldBeEmpty();
        return build;
    }

    private BuildResult Start(string command)
    {
        var words = command.Split(' ');
        return solution.Run(words[0], [.. words[1..], "--no-restore"]);
    }
}
