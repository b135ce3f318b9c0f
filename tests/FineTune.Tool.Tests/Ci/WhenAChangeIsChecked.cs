using System.Text.Json;

namespace FineTune.Tool.Tests.Ci;

public sealed class WhenAChangeIsChecked : CiTests
{
    private const string Bad = """{"messages": [{"role": "user", "content": "Where is my order?"}, {"role": "asistant", "content": "On its way."}]}""";

    [CiFact]
    public void APullRequestGetsAnnotationsASummaryACommentAndAScan()
    {
        Propose(7, Bad);
        PlayPullRequest(7, "contoso/support");
        var check = Runner.Job("check/check");
        check.Result.ShouldBe("failure", Log());
        check.Annotations.ShouldContain(line => line.StartsWith("::error file=data/train.jsonl,line=11,", StringComparison.Ordinal) && line.Contains("FT2009", StringComparison.Ordinal));
        check.Steps.Where(step => step.Outcome == "failure").Select(step => step.Step).ShouldBe(["Lint", "Plan"]);
        check.Summary.ShouldContain("### ❌ Fine-tuning data: errors");
        check.Summary.ShouldContain("### Fine-tuning plan");
        var comment = Comments().ShouldHaveSingleItem();
        comment.ShouldStartWith("<!-- finetune finetune.yml -->\n");
        comment.ShouldContain("### Fine-tuning plan");
        comment.ShouldContain("1 added");
        Server.Scans.Keys.ShouldBe(["finetune-finetune.yml"]);
        Runner.Job("release").Result.ShouldBe("skipped");
        Runner.Job("sync").Result.ShouldBe("skipped");

        // The next push to it brings the same comment up to date.
        Propose(7, Bad.Replace("asistant", "assistant", StringComparison.Ordinal));
        Server.Scans.Clear();
        PlayPullRequest(7, "contoso/support");
        Runner.Job("check").Result.ShouldBe("success", Log());
        Comments().ShouldHaveSingleItem();
        Provider.JobsCreated.ShouldBe(0);
    }

    [CiFact]
    public void AForkGetsItsSummaryAndNothingElse()
    {
        Propose(8, Bad);
        PlayPullRequest(8, "somebody/support");
        Runner.Job("check/check").Summary.ShouldContain("### ❌ Fine-tuning data: errors");
        Runner.Job("check/comment").Result.ShouldBe("skipped");
        Runner.Job("check/code-scanning").Result.ShouldBe("skipped");
        Server.Scans.ShouldBeEmpty();
        File.Exists(Path.Combine(Server.GitHubState, "calls")).ShouldBeFalse();
    }

    private void Propose(int number, string example)
    {
        Server.Git("checkout", "--quiet", "-B", $"change-{number}", "main");
        Server.Write("data/train.jsonl", Server.Read("data/train.jsonl") + example + "\n");
        Server.Commit("Add an example");
        // What GitHub makes of a pull request: its merge into the branch.
        Server.Git("checkout", "--quiet", "--detach", "main");
        Server.Git("merge", "--quiet", "--no-ff", "--message", "Merge", $"change-{number}");
        Server.Git("push", "--quiet", "--force", "origin", $"HEAD:refs/pull/{number}/merge");
    }

    private void PlayPullRequest(int number, string from)
    {
        var gitHub = Server.Event("pull_request", $"refs/pull/{number}/merge");
        gitHub["event.pull_request.number"] = number.ToString();
        gitHub["event.pull_request.head.repo.full_name"] = from;
        Runner.Play(Caller, gitHub);
        Server.Git("checkout", "--quiet", "main");
    }

    private string[] Comments() =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Server.GitHubState, "comments.json"))).RootElement.EnumerateArray().Select(comment => comment.GetProperty("body").GetString()!)];
}
