using System.Text.RegularExpressions;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;

namespace FineTune.Core.Tests;

/// <summary>One word for each thing, written in one place.</summary>
public sealed partial class TheNames
{
    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj")),
    ];

    [Fact]
    public void AreEachThatOfOneType()
    {
        var declared = from file in Files
                       from Match type in Type().Matches(File.ReadAllText(file))
                       where !type.Groups["traits"].Value.Contains("partial ", StringComparison.Ordinal)
                       select type.Groups["name"].Value;

        declared.CountBy(name => name).Where(name => name.Value > 1).Select(name => name.Key).ShouldBeEmpty();
    }

    [Fact]
    public void OfMethodsSeveritiesAndKindsAreReadAsTheyAreWritten()
    {
        Enum.GetValues<TuningMethod>().ShouldAllBe(method => TuningMethods.Find(method.Name()) == method);
        Enum.GetValues<Severity>().ShouldAllBe(severity => Severities.Find(severity.Name()) == severity);
        Enum.GetValues<ProviderKind>().ShouldAllBe(kind => ProviderKinds.Find(kind.Name()) == kind);
    }

    [Theory]
    [InlineData(@"\b(?:[Mm]ethod|[Ss]everity|[Rr]ole)\.ToString\(\)", null)]
    [InlineData(@"\} (?:or|and) \{\w+\[\^1\]", null)]
    [InlineData(@"== 1 \? """" : ""s""", "UnknownFormat.cs")]
    [InlineData(@"GetRelativePath\(.*\.Replace\(", "PathText.cs")]
    [InlineData(@"InformationalVersion\.", "ProductVersion.cs")]
    [InlineData(@"/\{code\}\.md", "HelpLink.cs")]
    [InlineData(@"\{start\.Line\},\{start\.Column\},\{end\.Line\}", "CanonicalLine.cs")]
    [InlineData(@"const int DaysOfNotice", "BaseModelLife.cs")]
    [InlineData(@"= 130;", "ExitCode.cs")]
    public void AreMadeInOnePlace(string pattern, string? place) =>
        Files.Where(file => Regex.IsMatch(File.ReadAllText(file), pattern)).Select(Path.GetFileName).ShouldBe(place is null ? [] : [place]);

    [GeneratedRegex(@"^(?<traits>(?:public |internal |static |sealed |abstract |readonly |ref |partial )*)(?:record struct|record|class|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Type();
}
