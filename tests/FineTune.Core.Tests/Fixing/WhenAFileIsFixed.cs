using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using FineTune.Core.Fixing;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Fixing;

public class WhenAFileIsFixed
{
    private const string One = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}""";

    private static readonly string Two = One.Replace("Hi", "Ho", StringComparison.Ordinal);

    private static readonly string[] Kinds = ["", "x,", " \t", "\uFEFF", "[1,]", "{\"a\": 1} {\"b\": 2}", "{", "\r"];

    [Fact]
    public void MarkAndBlankLinesGoAndTheRestStaysByteForByte()
    {
        using var file = new FixedFile($"\uFEFF{One}\r\n\n  \t\n{Two} \n\r\n{One},");

        var fix = file.Fix();

        file.Text.ShouldBe($"{One}\r\n{Two} \n{One}");
        fix.Fixed.ShouldBe([new("FT1003", 1), new("FT1005", 1), new("FT1007", 3)]);
        file.Codes().Intersect(fix.Fixed.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void AHostThatWantsTheMarkKeepsIt()
    {
        using var file = new FixedFile($"\uFEFF\n\n{One},\n") { Profile = "azure" };

        file.Fix();

        file.Text.ShouldBe($"\uFEFF{One}\n");
    }

    [Theory]
    [InlineData("{ONE},\n{PREFERENCE}\n{SHAREGPT}\n", 2)]
    [InlineData("{ONE} {TWO}\n{PREFERENCE}\n{SHAREGPT}\n", 2)]
    [InlineData("x\n{PREFERENCE},\n{SHAREGPT}\n", 1)]
    [InlineData("[\n{ONE},\n{SHAREGPT}\n]", 2)]
    public void WhatAFileIsForIsToldByItsFirstExampleAsItWillBe(string text, int lines)
    {
        const string preference = """{"input": {"messages": [{"role": "user", "content": "a"}]}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}""";
        const string shareGpt = """{"conversations": [{"from": "human", "value": "x"}, {"from": "gpt", "value": "y"}]}""";
        using var file = new FixedFile(Fill(text).Replace("{PREFERENCE}", preference, StringComparison.Ordinal).Replace("{SHAREGPT}", shareGpt, StringComparison.Ordinal)) { Convert = true };

        file.Fix().Lines.ShouldBe(lines);

        file.Fix().Lines.ShouldBe(0);
    }

    [Fact]
    public void ASoundFileIsNotTouched()
    {
        using var file = new FixedFile($"{One}\n{Two}\n");
        var written = File.GetLastWriteTimeUtc(file.Path);

        file.Fix().Lines.ShouldBe(0);

        File.GetLastWriteTimeUtc(file.Path).ShouldBe(written);
        Directory.GetFiles(Path.GetDirectoryName(file.Path)!).ShouldBe([file.Path]);
    }

    [Theory]
    [InlineData("[\n  {ONE},\n  {TWO}\n]\n")]
    [InlineData("[{ONE}, {TWO},]")]
    [InlineData("[{ONE}\n,{TWO}]\n\n")]
    public void AnArrayBecomesLines(string text)
    {
        using var file = new FixedFile(Fill(text));

        file.Fix().Fixed.ShouldBe([new("FT1004", 1)]);

        file.Text.ShouldBe($"{One}\n{Two}\n");
        file.Fix().Lines.ShouldBe(0);
    }

    [Fact]
    public void PrettyPrintedObjectsBecomeLines()
    {
        using var file = new FixedFile("{\n  \"messages\": [\n    {\n      \"role\": \"user\",\n      \"content\": \"Hel  lo:,\\n\"\n    },\n  ]\n}\n\n{\n\t\"a\" : 1.50\n},\n" + One);

        file.Fix().Fixed.ShouldBe([new("FT1004", 1)]);

        file.Text.ShouldBe("{\"messages\": [{\"role\": \"user\", \"content\": \"Hel  lo:,\\n\"}]}\n{\"a\" : 1.50}\n".Replace("\"a\" :", "\"a\":", StringComparison.Ordinal) + One + "\n");
    }

    [Theory]
    [InlineData("[\n  {ONE},\n  {TWO}\n", 4, "the list is not closed")]
    [InlineData("[\n  {ONE},\n  17\n]", 3, "something that is no object starts here")]
    [InlineData("[\n  {ONE},\n  {\"a\": b}\n]", 3, "the object that starts here is no valid JSON")]
    [InlineData("[\n  {ONE}\n]\n{TWO}\n", 4, "something follows the list")]
    [InlineData("prompt,completion\na,b\n", 1, "the file looks like a CSV table")]
    public void ADocumentThatIsNotUnderstoodStays(string text, int line, string reason)
    {
        using var file = new FixedFile(Fill(text));

        var left = file.Fix().Left.ShouldHaveSingleItem();

        left.Code.ShouldBe("FT1004");
        left.Line.ShouldBe(line);
        left.Reason.ShouldStartWith(reason);
        file.Text.ShouldBe(Fill(text));
    }

    [Fact]
    public void DuplicatesGoOnlyWhenAskedFor()
    {
        var again = """{"messages":[{"content":"Hello","role":"user"},{"role":"assistant","content":"H\u0069"}]}""";
        using var safe = new FixedFile($"{One}\n{Two}\n{again}\n{Two},\n");
        safe.Fix().Fixed.Keys.ShouldBe(["FT1005"]);

        using var file = new FixedFile($"{One}\n{Two}\n{again}\n{Two},\n{One}") { Unsafe = true };
        file.Fix().Fixed.ShouldBe([new("FT1005", 1), new("FT4001", 3)]);

        file.Text.ShouldBe($"{One}\n{Two}\n");
        file.Codes().ShouldNotContain("FT4001");
    }

    [Fact]
    public void AnExampleThatAnotherDatasetNeedsIsNoDuplicate()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File(".git"));
        folder.Write("a.jsonl", One + "\n");
        folder.Write("b.jsonl", $"{One}\n{Two}\n{Two}\n");
        const string Model = "    provider: openai\n    base_model: gpt-4.1-mini-2025-04-14\n    method: supervised\n";
        var manifest = folder.Write("finetune.yml", $"version: 1\nmodels:\n  one:\n{Model}    training: [a.jsonl, b.jsonl]\n  two:\n{Model}    suffix: two\n    training: b.jsonl\n");

        var report = Fixer.Fix(new FixRequest { ManifestPath = manifest, Unsafe = true });

        report.Findings.ShouldBeEmpty();
        report.Files.Count.ShouldBe(2);
        File.ReadAllText(folder.File("b.jsonl")).ShouldBe($"{One}\n{Two}\n");
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void PermissionsAndLinksStay()
    {
        using var file = new FixedFile(One + ",\n");
        File.SetUnixFileMode(file.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var link = Path.Combine(Path.GetDirectoryName(file.Path)!, "link.jsonl");
        File.CreateSymbolicLink(link, file.Path);

        Fixer.Fix(file.Request with { Paths = [link] }).Files[0].Lines.ShouldBe(1);

        file.Text.ShouldBe(One + "\n");
        new FileInfo(link).LinkTarget.ShouldNotBeNull();
        File.GetUnixFileMode(file.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }

    [Fact]
    public void ALinkOutOfTheRepositoryIsNotFollowed()
    {
        using var file = new FixedFile(One + ",\n");
        using var outside = new FixedFile(One + ",\n");
        File.Delete(file.Path);
        File.CreateSymbolicLink(file.Path, outside.Path);

        file.Fix().Fault.ShouldStartWith("leaves the repository");

        outside.Text.ShouldBe(One + ",\n");
    }

    [Fact]
    public void AFileThatChangesWhileItIsReadStaysAsTheOtherProgramLeftIt()
    {
        using var file = new FixedFile(One + ",\n");
        using var output = new Core.Fixing.Output.RewrittenFile(file.Path, () => false);
        output.Replace("a\n"u8, "b\n"u8);

        Should.Throw<IOException>(output.Finish).Message.ShouldStartWith("another program changed the file");

        output.Dispose();
        file.Text.ShouldBe(One + ",\n");
        Directory.GetFiles(Path.GetDirectoryName(file.Path)!).ShouldBe([file.Path]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheDiffIsWhatGitMakesOfIt(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 8; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 40)).Select(i => random.Next(4) > 0 ? One.Replace("Hi", $"{i}", StringComparison.Ordinal) : Kinds[random.Next(Kinds.Length)]);
            using var file = new FixedFile(string.Join(random.Next(2) == 0 ? "\n" : "\r\n", lines));
            var before = file.Bytes;
            using var diff = new MemoryStream();
            file.Fix(diff);
            file.Bytes.ShouldBe(before);
            if (diff.Length > 0)
            {
                Apply(file.Folder, diff.ToArray());
            }
            var patched = file.Bytes;
            File.WriteAllBytes(file.Path, before);
            file.Fix();

            patched.ShouldBe(file.Bytes);
        }
    }

    private static string Fill(string text) => text.Replace("{ONE}", One, StringComparison.Ordinal).Replace("{TWO}", Two, StringComparison.Ordinal);

    private static void Apply(string folder, byte[] diff)
    {
        File.WriteAllBytes(Path.Combine(folder, "fix.diff"), diff);
        using var git = Process.Start(new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", "fix.diff"]) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, error + Encoding.UTF8.GetString(diff));
    }
}
