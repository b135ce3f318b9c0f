using System.Runtime.Versioning;
using FineTune.Core.Files;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Files;

public sealed class WhenAFileIsReplaced : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ItIsTheOldOneUntilTheNewOneIsPlaced()
    {
        var path = folder.Write("a.txt", "old");
        using (var file = new AtomicFile(path))
        {
            file.Write("new"u8);
            file.Flush(durable: false);
            File.ReadAllText(path).ShouldBe("old");

            file.Place();
        }

        File.ReadAllText(path).ShouldBe("new");
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void ADraftThatIsNotPlacedGoes()
    {
        var path = folder.Write("a.txt", "old");
        using (var file = new AtomicFile(path))
        {
            file.Write("new"u8);
        }

        File.ReadAllText(path).ShouldBe("old");
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void WhatAKilledWriterLeftGoesFromTheFolderAndWhatIsHeldStays()
    {
        folder.Write("a.txt.k3jd92ls.x1z.tmp", "{");
        string[] others = [folder.Write("b.tmp", "x"), folder.Write("b.txt", "x")];
        using var held = new AtomicFile(folder.File("b.txt"));

        FileDraft.RemoveOrphansIn(folder.Path);

        Directory.GetFiles(folder.Path).Except(others).ShouldHaveSingleItem().ShouldStartWith(folder.File("b.txt."));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void ItKeepsItsPermissions()
    {
        var path = folder.Write("a.txt", "old");
        foreach (var mode in new[] { Private, UnixFileMode.UserRead, (UnixFileMode)Convert.ToInt32("666", 8) })
        {
            File.SetUnixFileMode(path, mode);

            AtomicFile.Write(path, "new"u8, durable: true);

            File.GetUnixFileMode(path).ShouldBe(mode);
        }
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void WhoMayNotReadItMayNotReadItsDraft()
    {
        var path = folder.Write("a.txt", "old");
        File.SetUnixFileMode(path, Private);

        using var file = new AtomicFile(path);

        File.GetUnixFileMode(Directory.GetFiles(folder.Path).Single(other => other != path)).ShouldBe(Private);
    }

    // Everybody may do everything with a link, as far as its mode says.
    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void AnotherOneInThePlaceOfALinkIsAsOpenAsANewFile()
    {
        var path = folder.File("link.txt");
        File.CreateSymbolicLink(path, folder.Write("a.txt", "old"));

        AtomicFile.Write(path, "new"u8, durable: false);

        File.GetUnixFileMode(path).ShouldBe(File.GetUnixFileMode(folder.File("a.txt")));
    }
}
