using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>The compiler says it, as it says its own warnings.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenAModelIdStandsInCode : IDisposable
{
    private static readonly Dictionary<string, string> Later = new() { ["FINETUNE_TODAY"] = "2026-11-01" };

    private readonly Solution solution;

    public WhenAModelIdStandsInCode(PackedPackage package)
    {
        solution = new(package);
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.Lines());
        solution.WriteProject("app.csproj", "<TargetFramework>net10.0</TargetFramework><RootNamespace>Contoso</RootNamespace>");
        solution.Write("Code.cs", $"class Code\n{{\n    string ended = \"o4-mini-2025-04-16\";\n    string tuned = \"{Locks.ModelId}\";\n}}\n");
        Locks.Train(solution);
    }

    public void Dispose() => solution.Dispose();

    [Fact]
    public void ABuildSaysItsEndAndItsConstantAtTheirPlacesAndTheEditorConfigWeighsThem()
    {
        solution.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.FT7102.severity = warning\n");

        var said = solution.Run(Later, "build", "-p:FineTuneLintOnBuild=false").ShouldPass();

        said.Output.ShouldContain("Code.cs(3,20): warning FT7101: o4-mini-2025-04-16, and what was tuned from it, was shut down on 2026-10-23", Case.Sensitive, said.Output);
        said.Output.ShouldContain("Code.cs(4,20): warning FT7102: this is the ID of support-bot, version 1: use Contoso.FineTunedModels.SupportBot.Id", Case.Sensitive, said.Output);
    }

    [Fact]
    public void NoWarnSilencesIt()
    {
        var said = solution.Run(Later, "build", "-p:FineTuneLintOnBuild=false", "-p:NoWarn=FT7101").ShouldPass();

        said.Diagnostics().ShouldBeEmpty();
    }
}
