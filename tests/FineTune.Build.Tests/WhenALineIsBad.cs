using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenALineIsBad(PackedPackage package) : IDisposable
{
    private readonly Solution solution = Console(package);

    [Fact]
    public void TheBuildFailsThereUntilTheLineIsCorrected()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithFault());

        var broken = solution.Build().ShouldFail();

        broken.Output.ShouldContain($"data{Path.DirectorySeparatorChar}train.jsonl(3,41,3,51): error FT2009: role is \"asistant\"", Case.Sensitive, broken.Output);
        var diagnostic = broken.Diagnostics().ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe("FT2009");
        (diagnostic.LineNumber, diagnostic.ColumnNumber, diagnostic.EndLineNumber, diagnostic.EndColumnNumber).ShouldBe((3, 41, 3, 51));
        diagnostic.Subcategory.ShouldBeNullOrEmpty();

        solution.Write("data/train.jsonl", Sample.Lines());

        var mended = solution.Build().ShouldPass();
        mended.Diagnostics().ShouldBeEmpty();
        Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().ShouldBe("hello");
    }

    public void Dispose() => solution.Dispose();

    internal static Solution Console(PackedPackage package, string name = "app")
    {
        var solution = new Solution(package, name);
        solution.WriteProject("app.csproj", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>");
        solution.Write("Program.cs", "System.Console.WriteLine(\"hello\");\n");
        solution.Write("finetune.yml", Sample.Manifest);
        return solution;
    }
}
