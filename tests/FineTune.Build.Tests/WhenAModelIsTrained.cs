using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenAModelIsTrained : IDisposable
{
    private readonly Solution solution;

    public WhenAModelIsTrained(PackedPackage package)
    {
        solution = new(package);
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.Lines());
    }

    [Fact]
    public void CSharpReadsItsIdAndRegeneratesOnlyWhenTheLockChanges()
    {
        solution.WriteProject("app.csproj", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><RootNamespace>Contoso.Support</RootNamespace>");
        solution.Write("Program.cs", "System.Console.WriteLine(Contoso.Support.FineTunedModels.SupportBot.Id);\n");

        var untrained = solution.Build().ShouldFail();
        untrained.Output.ShouldContain("error CS0619", Case.Sensitive, untrained.Output);
        untrained.Output.ShouldContain("run finetune release support-bot", Case.Sensitive, untrained.Output);

        Locks.Train(solution);
        solution.Build("--no-restore").ShouldPass().Diagnostics().ShouldBeEmpty();
        Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().ShouldBe(Locks.ModelId);

        var generated = solution.At("obj/Debug/net10.0/FineTunedModels.g.cs");
        var written = File.GetLastWriteTimeUtc(generated);
        solution.Build("--no-restore").ShouldPass();
        File.GetLastWriteTimeUtc(generated).ShouldBe(written);

        solution.Run("clean").ShouldPass();
        File.Exists(generated).ShouldBeFalse();
        Directory.Exists(solution.At("obj/finetune")).ShouldBeFalse();
    }

    [Fact]
    public void FSharpReadsItsId()
    {
        Locks.Train(solution);
        solution.WriteProject("app.fsproj", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><RootNamespace>Contoso</RootNamespace>", """<ItemGroup><Compile Include="Program.fs" /></ItemGroup>""");
        solution.Write("Program.fs", "printfn \"%s\" Contoso.FineTunedModels.SupportBot.Id\n");

        solution.Build().ShouldPass();

        Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().ShouldBe(Locks.ModelId);
    }

    [Fact]
    public void VisualBasicReadsItsId()
    {
        Locks.Train(solution);
        solution.WriteProject("app.vbproj", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><RootNamespace>Contoso</RootNamespace>");
        solution.Write("Program.vb", "Module Program\n  Sub Main()\n    System.Console.WriteLine(Contoso.FineTunedModels.SupportBot.Id)\n  End Sub\nEnd Module\n");

        solution.Build().ShouldPass();

        Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().ShouldBe(Locks.ModelId);
    }

    [FullTheory]
    [InlineData("app.csproj", "Program.cs", "foreach (var model in Contoso.FineTunedModels.All) { System.Console.WriteLine(model.Name + \" \" + model.Id); }\n")]
    [InlineData("app.vbproj", "Program.vb", "Module Program\n  Sub Main()\n    For Each model In Contoso.FineTunedModels.All\n      System.Console.WriteLine(model.Name & \" \" & model.Id)\n    Next\n  End Sub\nEnd Module\n")]
    [InlineData("app.fsproj", "Program.fs", "for model in Contoso.FineTunedModels.All do System.Console.WriteLine(model.Name + \" \" + model.Id)\n")]
    public void ATrimmedProgramReadsItToo(string project, string file, string code)
    {
        Locks.Train(solution);
        solution.WriteProject(project,
            "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><RootNamespace>Contoso</RootNamespace><PublishTrimmed>true</PublishTrimmed><TreatWarningsAsErrors>true</TreatWarningsAsErrors><InvariantGlobalization>true</InvariantGlobalization>",
            project.EndsWith(".fsproj", StringComparison.Ordinal) ? $"""<ItemGroup><Compile Include="{file}" /></ItemGroup>""" : "");
        solution.Write(file, code);

        solution.Run("publish", "-o", "out", "--use-current-runtime").ShouldPass().Diagnostics().ShouldBeEmpty();

        Output("out/app").ShouldBe("support-bot " + Locks.ModelId);
    }

    [FullFact]
    public void AProgramOfNativeCodeReadsItToo()
    {
        Locks.Train(solution);
        solution.WriteProject("app.csproj",
            "<TargetFramework>net8.0</TargetFramework><OutputType>Exe</OutputType><RootNamespace>Contoso</RootNamespace><PublishAot>true</PublishAot><TreatWarningsAsErrors>true</TreatWarningsAsErrors><InvariantGlobalization>true</InvariantGlobalization>");
        solution.Write("Program.cs", "foreach (var model in Contoso.FineTunedModels.All) { System.Console.WriteLine(model.Name + \" \" + model.Id); }\n");

        solution.Run("publish", "-o", "out").ShouldPass();

        Output("out/app").ShouldBe("support-bot " + Locks.ModelId);
    }

    public void Dispose() => solution.Dispose();

    private string Output(string path)
    {
        using var program = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(solution.At(path)) { RedirectStandardOutput = true })!;
        return program.StandardOutput.ReadToEnd().Trim();
    }
}
