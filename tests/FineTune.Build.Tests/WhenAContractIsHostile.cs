using System.Globalization;
using FineTune.Build.Tests.Support;
using FineTune.Core.Generation;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Build.Tests;

/// <summary>Whatever a model was trained with, each language has it as a constant, letter by letter. Half a surrogate pair is in no lock.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenAContractIsHostile : IDisposable
{
    private const long Modulus = 1_000_000_007;

    private static readonly string Hostile = "\"; }} */ --> \r\n\u0085\u2028\u2029\0\a\u001b \"\"\" {0} $@ %1 \\ \\u0041 ' \u201c\u201d\uff02 ünï 日本 \U0001f600 <b>& ///";
    private static readonly string Long = string.Concat(Enumerable.Range(0, 900).Select(n => $"{n}. \"{Hostile}\"\n"));

    private readonly Solution solution;

    public WhenAContractIsHostile(PackedPackage package) => solution = new(package);

    [FullTheory]
    [InlineData(nameof(SourceLanguage.CSharp), "app.csproj", "models.cs", "<LangVersion>7.3</LangVersion>", "Program.cs", """
        static class Program
        {
            static long Sum(string text)
            {
                long sum = 0;
                foreach (var c in text) { sum = (sum * 31 + c) % 1000000007; }
                return sum;
            }
            static void Main()
            {
                foreach (var text in new[] { FineTunedModels.A.SystemPrompt, FineTunedModels.A.Tools, FineTunedModels.A.ResponseFormat, FineTunedModels.A.BestCheckpointId, FineTunedModels.All[0].SystemPrompt })
                {
                    System.Console.WriteLine(text.Length + " " + Sum(text));
                }
                System.Console.WriteLine(FineTunedModels.All[1].SystemPrompt == null);
            }
        }
        """)]
    [InlineData(nameof(SourceLanguage.VisualBasic), "app.vbproj", "models.vb", "<OptionStrict>On</OptionStrict><RootNamespace></RootNamespace>", "Program.vb", """
        Module Program
            Function Sum(text As String) As Long
                Dim result As Long = 0
                For Each c In text
                    result = (result * 31 + AscW(c)) Mod 1000000007
                Next
                Return result
            End Function
            Sub Main()
                For Each value In {FineTunedModels.A.SystemPrompt, FineTunedModels.A.Tools, FineTunedModels.A.ResponseFormat, FineTunedModels.A.BestCheckpointId, FineTunedModels.All(0).SystemPrompt}
                    System.Console.WriteLine(value.Length & " " & Sum(value))
                Next
                System.Console.WriteLine(FineTunedModels.All(1).SystemPrompt Is Nothing)
            End Sub
        End Module
        """)]
    [InlineData(nameof(SourceLanguage.FSharp), "app.fsproj", "models.fs", "<WarningLevel>5</WarningLevel>", "Program.fs", """
        let sum (text: string) = text |> Seq.fold (fun result c -> (result * 31L + int64 c) % 1000000007L) 0L
        for text in [ FineTunedModels.A.SystemPrompt; FineTunedModels.A.Tools; FineTunedModels.A.ResponseFormat; FineTunedModels.A.BestCheckpointId; FineTunedModels.All.[0].SystemPrompt.Value ] do
            System.Console.WriteLine(string text.Length + " " + string (sum text))
        System.Console.WriteLine(FineTunedModels.All.[1].SystemPrompt.IsNone)
        """)]
    public void EachConstantHasEveryLetter(string language, string project, string models, string properties, string main, string code)
    {
        solution.Write(models, ModelConstants.Write(Lock(), null, "", Enum.Parse<SourceLanguage>(language)));
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

        var lines = Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().Split('\n').Select(line => line.Trim());
        string[] expected = [.. new[] { Long, Hostile, "{}", Hostile, Long }.Select(text => $"{text.Length} {Sum(text).ToString(CultureInfo.InvariantCulture)}"), "True"];
        lines.ShouldBe(expected);
    }

    public void Dispose() => solution.Dispose();

    private static long Sum(string text) => text.Aggregate(0L, (sum, c) => ((sum * 31) + c) % Modulus);

    private FineTuneLock Lock()
    {
        solution.Write("lock/finetune.yml", Sample.Manifest);
        solution.Write("lock/data/train.jsonl", Sample.Lines());
        Locks.Train(solution, "lock/finetune.yml");
        var locked = LockReader.Read(solution.At("lock/finetune.lock.json")).Lock!;
        var model = locked.Models["support-bot"];
        var version = model.Versions[0] with
        {
            Contract = new Contract { SystemPrompt = Long, Tools = Hostile, ResponseFormat = "{}" },
            Checkpoints =
            [
                new(7, Hostile, new SortedDictionary<string, double> { ["valid_loss"] = 0.5 }),
                new(9, "later", new SortedDictionary<string, double> { ["valid_loss"] = 0.6 }),
            ],
        };
        var large = model.Versions[0] with { Contract = new Contract { File = new ContractFile("finetune.contracts/0123456789abcdef.json", new string('0', 64), 70_000) } };
        return locked with { Models = new Dictionary<string, LockedModel> { ["a"] = model with { Versions = [version] }, ["b"] = model with { Versions = [large] } } };
    }
}
