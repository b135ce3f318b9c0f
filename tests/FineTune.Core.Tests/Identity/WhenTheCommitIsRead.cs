using FineTune.Core.Identity;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Identity;

public sealed class WhenTheCommitIsRead : IDisposable
{
    private const string Commit = "5d41402abc4b2a76b9719d911017c592ae5d4140";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ABranchIsFollowed()
    {
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".git/refs/heads/main", Commit + "\n");
        Directory.CreateDirectory(folder.File("src/deep"));

        GitCommit.Read(folder.File("src/deep")).ShouldBe(Commit);
    }

    [Fact]
    public void ADetachedHeadIsTheCommit()
    {
        folder.Write(".git/HEAD", Commit.ToUpperInvariant() + "\n");

        GitCommit.Read(folder.Path).ShouldBe(Commit);
    }

    [Fact]
    public void APackedBranchIsFound()
    {
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".git/packed-refs", $"# pack-refs with: peeled\n{new string('1', 40)} refs/heads/other\n{Commit} refs/heads/main\n^{new string('2', 40)}\n");

        GitCommit.Read(folder.Path).ShouldBe(Commit);
    }

    [Fact]
    public void ALinkedWorktreeSharesItsBranches()
    {
        folder.Write("main/.git/refs/heads/work", Commit);
        folder.Write("main/.git/worktrees/w/HEAD", "ref: refs/heads/work\n");
        folder.Write("main/.git/worktrees/w/commondir", "../..\n");
        folder.Write("w/.git", $"gitdir: {folder.File("main/.git/worktrees/w")}\n");

        GitCommit.Read(folder.File("w")).ShouldBe(Commit);
    }

    [Theory]
    [InlineData("ref: refs/heads/unborn")]
    [InlineData("ref: ../../secret")]
    [InlineData("ref: refs/../../secret")]
    [InlineData("what is this")]
    [InlineData("")]
    [InlineData("ref: refs/heads/\0")]
    public void WhatIsNoCommitIsNull(string head)
    {
        folder.Write(".git/HEAD", head);
        folder.Write("secret", Commit);

        GitCommit.Read(folder.Path).ShouldBeNull();
    }

    [Fact]
    public void ABrokenPointerIsNull()
    {
        folder.Write("w/.git", "nonsense");

        GitCommit.Read(folder.File("w")).ShouldBeNull();
    }
}
