using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenDatasetsAreNamed : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Theory]
    [InlineData("data/support/a.jsonl", "data/support/a.jsonl")]
    [InlineData("./data/support/../support/a.jsonl", "data/support/a.jsonl")]
    [InlineData("data\\support\\a.jsonl", "data/support/a.jsonl")]
    [InlineData("data/support/*.jsonl", "data/support/B.jsonl data/support/a.jsonl data/support/b1.jsonl data/support/b2.jsonl")]
    [InlineData("data/*/b?.jsonl", "data/support/b1.jsonl data/support/b2.jsonl")]
    [InlineData("data/**/*.jsonl", "data/support/B.jsonl data/support/a.jsonl data/support/b1.jsonl data/support/b2.jsonl data/support/deep/er/c.jsonl data/train.jsonl data/valid.jsonl")]
    [InlineData("**/c.jsonl", "data/support/deep/er/c.jsonl")]
    [InlineData("data/support/**", "data/support/B.jsonl data/support/a.jsonl data/support/b1.jsonl data/support/b2.jsonl data/support/deep/er/c.jsonl data/support/notes.txt")]
    [InlineData("data/support/b[1-2].jsonl", "data/support/b1.jsonl data/support/b2.jsonl")]
    [InlineData("data/support/b[!2].jsonl", "data/support/b1.jsonl")]
    [InlineData("data/support/{a,b2}.jsonl", "data/support/a.jsonl data/support/b2.jsonl")]
    [InlineData("data/{support/{a,b1},train}.jsonl", "data/support/a.jsonl data/support/b1.jsonl data/train.jsonl")]
    [InlineData("data/support/deep/../*1.jsonl", "data/support/b1.jsonl")]
    [InlineData("data/support/odd[1].jsonl", "data/support/odd[1].jsonl")]
    public void TheFilesAreFoundInOrdinalOrder(string pattern, string files)
    {
        foreach (var name in "a b1 b2 B deep/er/c .hidden .cache/x".Split(' '))
        {
            folder.Write($"data/support/{name}.jsonl", "{}\n");
        }
        folder.Write("data/support/notes.txt", "");
        if (pattern.Contains("odd"))
        {
            folder.Write("data/support/odd[1].jsonl", "");
        }

        Find(pattern).ShouldBe(files.Split(' '));
    }

    [Fact]
    public void AListIsOneDatasetWithEachFileOnce() =>
        Find("data/valid.jsonl", "data/*.jsonl", "data/train.jsonl").ShouldBe(["data/train.jsonl", "data/valid.jsonl"]);

    [Fact]
    public void GitsOwnFolderIsNeverSearched()
    {
        folder.Write(".git/config.jsonl", "");

        Faults("**/config.jsonl").ShouldBe(["\"**/config.jsonl\" matches no file"]);
    }

    [Fact]
    public void AFileThatDvcHasNotFetchedStays()
    {
        folder.Write("data/far.jsonl.dvc", "outs: []\n");

        Find("data/far.jsonl").ShouldBe(["data/far.jsonl"]);
        Find("data/f*.jsonl").ShouldBe(["data/far.jsonl"]);
    }

    [Fact]
    public void ALinkOutOfTheRepositoryIsRefused()
    {
        File.WriteAllText(Path.Combine(folder.Outside, "secret.jsonl"), "{}\n");
        Directory.CreateDirectory(Path.Combine(folder.Outside, "far"));
        File.WriteAllText(Path.Combine(folder.Outside, "far", "x.jsonl"), "{}\n");
        File.CreateSymbolicLink(folder.At("data/link.jsonl"), "../../secret.jsonl");
        Directory.CreateSymbolicLink(folder.At("data/far"), Path.Combine(folder.Outside, "far"));
        File.CreateSymbolicLink(folder.At("data/tty.jsonl"), "/dev/tty");

        Faults("data/link.jsonl").ShouldHaveSingleItem().ShouldContain("leaves the repository");
        Faults("data/l*.jsonl").ShouldHaveSingleItem().ShouldContain("matches \"data/link.jsonl\", which leaves the repository");
        Faults("data/far/x.jsonl").ShouldHaveSingleItem().ShouldContain("leaves the repository");
        Faults("data/far/*.jsonl").ShouldHaveSingleItem().ShouldContain("leaves the repository");
        Faults("data/tty.jsonl").ShouldHaveSingleItem().ShouldContain("never opened");
        Find("data/**/v*.jsonl").ShouldBe(["data/valid.jsonl"]);
    }

    [Fact]
    public void ALinkInsideTheRepositoryIsFine()
    {
        File.CreateSymbolicLink(folder.At("data/link.jsonl"), "train.jsonl");

        Find("data/link.jsonl").ShouldBe(["data/link.jsonl"]);
    }

    [Fact]
    public void LinksInACircleEnd()
    {
        File.CreateSymbolicLink(folder.At("data/a.jsonl"), "b.jsonl");
        File.CreateSymbolicLink(folder.At("data/b.jsonl"), "a.jsonl");
        Directory.CreateSymbolicLink(folder.At("data/round"), "..");

        Faults("data/a.jsonl").ShouldHaveSingleItem().ShouldContain("run in a circle");
        Find("**/train.jsonl").ShouldBe(["data/train.jsonl"]);
    }

    [Fact]
    public void TheCommandLineCanAllowAFolderOutside()
    {
        Directory.CreateDirectory(Path.Combine(folder.Outside, "shared"));
        File.WriteAllText(Path.Combine(folder.Outside, "shared", "x.jsonl"), "{}\n");
        File.WriteAllText(Path.Combine(folder.Outside, "shared.jsonl"), "{}\n");
        folder.Write("finetune.yml", Manifest(["../shared/*.jsonl"]));

        folder.ReadFile().Findings.ShouldHaveSingleItem().Code.ShouldBe("FT0008");
        folder.ReadFile("finetune.yml", Path.Combine(folder.Outside, "shared")).Findings.ShouldBeEmpty();
        folder.Write("finetune.yml", Manifest(["../shared.jsonl"]));
        folder.ReadFile("finetune.yml", Path.Combine(folder.Outside, "shared")).Findings.ShouldHaveSingleItem().Code.ShouldBe("FT0008");
    }

    [Fact]
    public void WithoutGitTheFolderOfTheManifestIsTheBoundary()
    {
        Directory.Delete(folder.At(".git"));
        folder.Write("sub/finetune.yml", Manifest(["../data/train.jsonl"]));

        folder.ReadFile("sub/finetune.yml").Findings.ShouldHaveSingleItem().Message.ShouldContain("leaves the repository");
    }

    [Fact]
    public void AWorktreeWithAGitFileIsARepositoryToo()
    {
        Directory.Delete(folder.At(".git"));
        folder.Write(".git", "gitdir: elsewhere\n");
        folder.Write("sub/finetune.yml", Manifest(["../data/train.jsonl"]));

        folder.ReadFile("sub/finetune.yml").Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}.jsonl", "too many choices")]
    [InlineData("a\\u0000b", "control character")]
    public void StrangePatternsAreRefused(string pattern, string message) =>
        folder.Read(Manifest([]).Replace("[]", $"[\"{pattern}\"]")).Findings.ShouldHaveSingleItem().Message.ShouldContain(message);

    [Fact]
    public void AHostilePatternTakesNoTime()
    {
        folder.Write("data/" + new string('a', 200), "");

        Faults("data/" + string.Concat(Enumerable.Repeat("*a", 60)) + "b").ShouldHaveSingleItem().ShouldContain("matches no file");
    }

    private IEnumerable<string> Find(params string[] patterns)
    {
        var reading = folder.Read(Manifest(patterns));
        reading.Findings.ShouldBeEmpty();
        return reading.Manifest!.Models[0].Training.Files.Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/'));
    }

    private IEnumerable<string> Faults(params string[] patterns)
    {
        var findings = folder.Read(Manifest(patterns)).Findings;
        findings.ShouldAllBe(finding => finding.Code == "FT0008" && finding.Range.Start == new TextPosition(3, 63));
        return findings.Select(finding => finding.Message);
    }

    private static string Manifest(string[] patterns) =>
        "version: 1\nmodels:\n  a: { provider: openai, base_model: gpt-4.1-mini, training: [" + string.Join(", ", patterns.Select(pattern => $"'{pattern}'")) + "] }\n";

    public void Dispose() => folder.Dispose();
}
