using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

[Collection(PackageTests.Name)]
public sealed class WhenAProjectShipsAnother : IDisposable
{
    private readonly Solution solution;

    public WhenAProjectShipsAnother(PackedPackage package)
    {
        solution = new(package);
        solution.WriteProject("lib/lib.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        solution.Write("lib/finetune.yml", Sample.Manifest);
        solution.Write("lib/data/train.jsonl", Sample.Lines());
        solution.Write("app/app.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>
            </Project>
            """);
        solution.Write("app/Program.cs", "System.Console.WriteLine(\"hello\");\n");
    }

    [FullFact]
    public void ALibraryMustBeTrainedForThePublishedApplication()
    {
        solution.Run("build", "app").ShouldPass().Diagnostics().ShouldBeEmpty();
        solution.Run("publish", "app", "--no-restore").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");

        Locks.Train(solution, "lib/finetune.yml");
        solution.Run("publish", "app", "--no-restore").ShouldPass().Diagnostics().ShouldBeEmpty();

        solution.Write("lib/data/train.jsonl", Sample.Lines(61));
        solution.Run("publish", "app", "--no-restore").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
        solution.Run("publish", "app", "--no-restore", "-p:FineTuneLocked=false").ShouldPass().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
    }

    [FullTheory]
    [InlineData("pack", "lib")]
    [InlineData("publish", "lib", "-f", "net8.0")]
    [InlineData("pack", "lib", "-p:FineTuneEngine=tool")]
    public void EveryTargetFrameworkAsksOnce(string command, params string[] arguments) =>
        solution.Run(command, arguments).ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");

    [FullFact]
    public void WhatIsNotPackedIsNotAsked()
    {
        solution.WriteProject("site/site.csproj", "<TargetFramework>net10.0</TargetFramework>", sdk: "Microsoft.NET.Sdk.Web");
        solution.Write("site/finetune.yml", Sample.Manifest);
        solution.Write("site/finetune.baseline.json", """{"version":1,"findings":[]}""");
        solution.Write("site/data/train.jsonl", Sample.Lines());
        solution.Write("site/Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.Create(args).Run();\n");
        solution.Write("other/other.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        solution.Write("all.slnx", """<Solution><Project Path="site/site.csproj" /><Project Path="other/other.csproj" /></Solution>""");

        solution.Run("pack", "all.slnx").ShouldPass().Diagnostics().ShouldBeEmpty();

        solution.Run("publish", "site").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");
        Locks.Train(solution, "site/finetune.yml");
        solution.Run("publish", "site", "-o", solution.At("out")).ShouldPass().Diagnostics().ShouldBeEmpty();
        Directory.EnumerateFiles(solution.At("out"), "finetune*").ShouldBeEmpty();
        Directory.EnumerateFiles(solution.At("site/bin"), "finetune*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    public void Dispose() => solution.Dispose();
}
