namespace FineTune.Tool.Tests.Releasing;

/// <summary>Locks that are not in the working tree: git gives them out.</summary>
public sealed class WhenOtherBranchesHaveLocks : IDisposable
{
    private const string Empty = "{\n  \"models\": {},\n  \"project\": \"0123456789abcdef0123456789abcdef\",\n  \"version\": 1\n}\n";

    private readonly Workspace workspace = new();

    public WhenOtherBranchesHaveLocks()
    {
        workspace.BeginGit();
        workspace.WriteModel("openai");
        Commit(Empty, "one");
        workspace.Git("checkout", "-qb", "peru");
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void ABadOneIsReportedAtItsPathWithItsBranch()
    {
        Commit("{ \"version\": 1, }\n", "two");
        workspace.Git("checkout", "-q", "main");

        var run = workspace.Run("prune");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("finetune.lock.json:1:17  error FT7004  in \"refs/heads/peru\": ");
    }

    [Fact]
    public void ABadSideOfAConflictIsReportedAtItsPathWithTheSide()
    {
        Commit("{ \"version\": 1, }\n", "two");
        workspace.Git("checkout", "-q", "main");
        Commit(Empty.Replace("0123", "3210", StringComparison.Ordinal), "three");

        var run = workspace.Bash("git merge -q peru; finetune lock merge");

        run.ExitCode.ShouldBe(1, run.Error);
        run.Error.ShouldContain("finetune.lock.json:1:17  error FT7004  in their side: ");
    }

    [Fact]
    public void OneThatWasNotFetchedIsNoneThatIsNotThere()
    {
        Commit(Empty.Replace("0123", "3210", StringComparison.Ordinal), "two");
        workspace.Git("checkout", "-q", "main");
        workspace.Git("config", "uploadpack.allowFilter", "true");
        workspace.Git("-c", "protocol.file.allow=always", "clone", "-q", "--no-local", "--filter=blob:none", new Uri(workspace.Folder).AbsoluteUri, "part");

        var run = workspace.Bash("cd part && finetune prune --yes");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Error.ShouldContain("the lock in \"refs/remotes/origin/peru\" is not in this clone, which holds only a part of the history; git fetch --refetch gets the rest");
    }

    private void Commit(string locked, string message)
    {
        workspace.Write("finetune.lock.json", locked);
        workspace.Commit(message);
    }
}
