using FineTune.Build.Tests.Support;
using FineTune.Core.Generation;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Build.Tests;

/// <summary>Whatever a lock holds, the source made from it compiles without a warning, and says what the lock says.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenNamesAreHostile : IDisposable
{
    private const string Hostile = "\"; }} */ --> \u2028 \"\"\" {0} \\ \u201d ünï <b>&";

    private static readonly string[] Names =
        ["support-bot", "Support_Bot", "4you", "class", "namespace", "None", "Some", "String", "System", "Global", "id", "all", "model", "日本語", "ünï", "---", "a.b c/d", "𝒜", "ﬁ", "e\u0301t\u00e9", Hostile];

    private readonly Solution solution;

    public WhenNamesAreHostile(PackedPackage package) => solution = new(package);

    [FullTheory]
    [InlineData(nameof(SourceLanguage.CSharp), "app.csproj", "models.cs", "<LangVersion>7.3</LangVersion>", "Program.cs", """
        static class Program
        {
            static void Main()
            {
                foreach (var model in _4.my_app.@class.FineTunedModels.All) { System.Console.WriteLine(model.Id.Length + " " + model.Deployment.Length + " " + model.Version); }
                System.Console.WriteLine(_4.my_app.@class.FineTunedModels.SupportBot.Checkpoints.Step7 == _4.my_app.@class.FineTunedModels.SupportBot.Id);
            }
        }
        """)]
    [InlineData(nameof(SourceLanguage.VisualBasic), "app.vbproj", "models.vb", "<OptionStrict>On</OptionStrict><RootNamespace></RootNamespace>", "Program.vb", """
        Module Program
            Sub Main()
                For Each model In Global.[_4].[my_app].[class].FineTunedModels.All
                    System.Console.WriteLine(model.Id.Length & " " & model.Deployment.Length & " " & model.Version)
                Next
                System.Console.WriteLine(Global.[_4].[my_app].[class].FineTunedModels.SupportBot.Checkpoints.Step7 = Global.[_4].[my_app].[class].FineTunedModels.SupportBot.Id)
            End Sub
        End Module
        """)]
    [InlineData(nameof(SourceLanguage.FSharp), "app.fsproj", "models.fs", "<WarningLevel>5</WarningLevel>", "Program.fs", """
        for model in ``_4``.``my_app``.``class``.FineTunedModels.All do
            System.Console.WriteLine(string model.Id.Length + " " + string model.Deployment.Value.Length + " " + string model.Version)
        System.Console.WriteLine(``_4``.``my_app``.``class``.FineTunedModels.SupportBot.Checkpoints.Step7 = ``_4``.``my_app``.``class``.FineTunedModels.SupportBot.Id)
        """)]
    public void TheSourceCompiles(string language, string project, string models, string properties, string main, string code)
    {
        var source = ModelConstants.Write(Lock(), null, "4.my-app.class", Enum.Parse<SourceLanguage>(language));
        solution.Write(models, source);
        solution.Write(main, code);
        var items = language == nameof(SourceLanguage.FSharp) ? $"""<ItemGroup><Compile Include="{models}" /><Compile Include="{main}" /></ItemGroup>""" : "";
        solution.Write(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>{properties}
                <GenerateDocumentationFile>true</GenerateDocumentationFile><TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>$(NoWarn);CS1591</NoWarn>
              </PropertyGroup>
              {items}
            </Project>
            """);

        solution.Build().ShouldPass();

        var lines = Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().Split('\n');
        lines.Length.ShouldBe(Names.Length + 1);
        lines[..^1].ShouldAllBe(line => line == $"{Hostile.Length} {Hostile.Length} 1");
        lines[^1].ShouldBe("True");
    }

    public void Dispose() => solution.Dispose();

    private FineTuneLock Lock()
    {
        solution.Write("lock/finetune.yml", Sample.Manifest);
        solution.Write("lock/data/train.jsonl", Sample.Lines());
        Locks.Train(solution, "lock/finetune.yml");
        var locked = LockReader.Read(solution.At("lock/finetune.lock.json")).Lock!;
        var model = locked.Models["support-bot"];
        var version = model.Versions[0] with
        {
            Model = Hostile,
            BaseModel = Hostile,
            Commit = Hostile,
            JobId = Hostile,
            Deployment = Hostile,
            Provider = new(Hostile, "openai", null),
            Checkpoints = [new(7, Hostile, new SortedDictionary<string, double>()), new(7, Hostile, new SortedDictionary<string, double>())],
        };
        return locked with { Models = Names.ToDictionary(name => name, _ => model with { Versions = [version] }) };
    }
}
