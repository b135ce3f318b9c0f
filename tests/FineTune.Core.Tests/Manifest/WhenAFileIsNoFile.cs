using System.Diagnostics;
using System.Net.Sockets;
using FineTune.Core.Files;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAFileIsNoFile : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Fact]
    public async Task APipeInPlaceOfTheManifestDoesNotHang()
    {
        Pipe("finetune.yml");

        var reading = await Task.Run(() => folder.ReadFile()).WaitAsync(TimeSpan.FromSeconds(20));

        reading.Findings.ShouldHaveSingleItem().Message.ShouldContain("the manifest is a device, pipe or system file, which is never opened");
    }

    [Fact]
    public async Task APipeInPlaceOfDataIsEmpty()
    {
        Pipe("data/pipe.jsonl");

        var bytes = await Task.Run(() => RegularFile.Open(folder.At("data/pipe.jsonl")).ReadByte()).WaitAsync(TimeSpan.FromSeconds(20));

        bytes.ShouldBe(-1);
    }

    [Fact]
    public async Task APipeIsRefusedBeforeItIsOpenedAndAnEmptyFileIsNot()
    {
        Pipe("data/pipe.jsonl");
        folder.Write("data/empty.jsonl", "");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.At("data/s")));
        File.CreateSymbolicLink(folder.At("data/link.jsonl"), "pipe.jsonl");
        using var held = new FileStream(folder.At("data/held"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var boundary = RepositoryBoundary.Around(folder.At("data"), []);

        var refusals = await Task.Run(() => new[] { "pipe.jsonl", "link.jsonl", "s", "empty.jsonl", "held", "none.jsonl" }.Select(name => boundary.Refusal(folder.At("data/" + name))).ToArray()).WaitAsync(TimeSpan.FromSeconds(20));

        const string Refused = "is a device, pipe or system file, which is never opened";
        refusals.ShouldBe([Refused, Refused, Refused, null, null, null]);
    }

    [Theory]
    [InlineData(".git/config", true)]
    [InlineData("sub/.git/config", true)]
    [InlineData(".git", true)]
    [InlineData(".github/data.jsonl", false)]
    [InlineData(".gitignore", false)]
    public void WhatLiesInGitIsNoData(string name, bool refused) =>
        RepositoryBoundary.Around(folder.At("."), []).Refusal(folder.At(name)).ShouldBe(refused ? "lies in .git, which holds no data" : null);

    [Fact]
    public void AnotherRepositoryIsOutsideOfThisOne()
    {
        Directory.CreateDirectory(Path.Combine(folder.Outside, "other", ".git"));
        Directory.CreateDirectory(folder.At("module/.git"));
        Directory.CreateSymbolicLink(folder.At("away"), Path.Combine(folder.Outside, "other"));

        RepositoryBoundary.Around(folder.At("away"), []).Refusal(folder.At("away/x.jsonl")).ShouldStartWith("leaves the repository");
        RepositoryBoundary.Around(folder.At("module"), []).Root.ShouldBe(folder.At("module"));
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
