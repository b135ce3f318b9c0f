using System.Diagnostics;
using FineTune.Core.Repository;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAFileIsNoFile : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Fact]
    public async Task APipeInPlaceOfTheManifestDoesNotHang()
    {
        Pipe("finetune.yml");

        var reading = await Task.Run(() => folder.ReadFile()).WaitAsync(TimeSpan.FromSeconds(20));

        reading.Findings.ShouldHaveSingleItem().Message.ShouldContain("the manifest is empty");
    }

    [Fact]
    public async Task APipeInPlaceOfDataIsEmpty()
    {
        Pipe("data/pipe.jsonl");

        var bytes = await Task.Run(() => WholeFile.OpenRead(folder.At("data/pipe.jsonl")).ReadByte()).WaitAsync(TimeSpan.FromSeconds(20));

        bytes.ShouldBe(-1);
    }

    [Fact]
    public void AFolderInPlaceOfTheManifestIsReported()
    {
        Directory.CreateDirectory(folder.At("finetune.yml"));

        folder.ReadFile().Findings.ShouldHaveSingleItem().Code.ShouldBe("FT0001");
    }

    [Fact]
    public void AManifestThatLinksOutOfTheRepositoryIsNotOpened()
    {
        File.WriteAllText(Path.Combine(folder.Outside, "secret.yml"), "password: hunter2\n");
        File.CreateSymbolicLink(folder.At("finetune.yml"), "../secret.yml");

        var finding = folder.ReadFile().Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Message).ShouldBe(("FT0001", "the manifest leaves the repository; only the command line can allow that, with --allow-outside"));
    }

    private void Pipe(string name)
    {
        using var made = Process.Start("mkfifo", folder.At(name));
        made.WaitForExit();
        made.ExitCode.ShouldBe(0);
    }

    public void Dispose() => folder.Dispose();
}
