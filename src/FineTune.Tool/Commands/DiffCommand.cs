using System.CommandLine;
using FineTune.Core.Comparing;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
using FineTune.Tool.Revisions;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune diff [REF]</c>.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string?> reference = new("REF")
    {
        Description = "A branch, tag or commit (default: the target branch in a pull request's job, else HEAD)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> format = Choice.Of("--format", "text, json or markdown (default: text)", ["text", "json", "markdown"]);

    public DiffCommand()
        : base("diff", "Says what changed in the data since a git revision", "finetune diff", "finetune diff origin/main --format markdown", "finetune diff v1.2.0 --manifest finetune.prod.yml")
    {
        Add(reference);
        Add(format);
    }

    public override string Remarks =>
        "The data as it is now is compared with the commit at which the work left REF (the merge base), so that what others did there since does not count. Examples are known by their content: moved lines and renamed files are no change. Exit code 0 also where findings are new; finetune lint judges them. 2: REF can't be compared with.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var manifest = ManifestPath.Find(call);
        if (!File.Exists(manifest))
        {
            throw new UsageException($"{call.Show(manifest)} is not there; finetune init writes one, --manifest names another");
        }
        var git = new Git(Path.GetDirectoryName(manifest)!);
        var prefix = git.Prefix();
        var (name, commit) = Base(call, git);
        var path = prefix + Path.GetFileName(manifest);
        using var revision = Revision.Of(git, commit, path, cancellation);
        var after = Lint(call, "reading", manifest, call.AllowedOutside, cancellation);
        if (after.Manifest is null)
        {
            throw new FindingsException(after.Findings);
        }
        var before = revision.Manifest is { } then ? Lint(call, "reading the revision", then, [], cancellation) : null;
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifest)!, string.Concat(Enumerable.Repeat("../", prefix.Count(c => c == '/')))));
        var diff = DataDiff.Of(before, after, revision.Folder, root.TrimEnd(Path.DirectorySeparatorChar));
        Write(call, new DiffReport(diff, name, git.Short(commit), commit, Notes(before, path, name), path, revision.Folder, root));
        return Task.FromResult(ExitCode.Fine);
    }

    private static IReadOnlyList<string> Notes(LintReport? before, string manifest, string name) => before switch
    {
        null => [$"{SafeText.Clean(manifest)} is not in {SafeText.Clean(name)}: all data counts as new"],
        { Manifest: null } => [$"{SafeText.Clean(manifest)} of {SafeText.Clean(name)} can't be read: all data counts as new"],
        _ => [],
    };

    private static LintReport Lint(Invocation call, string verb, string manifest, IReadOnlyList<string> allowed, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(call, verb, () => DataPaths.TotalBytes(call, manifest, []));
        return Linter.Lint(LintRequest.ForDiff(manifest, call.Surroundings.Today()) with { AllowedOutside = allowed, Progress = progress }, cancellation);
    }

    // What a pull request's job knows of its target branch, by the names that the hosts give it.
    private (string Name, string Commit) Base(Invocation call, Git git)
    {
        if (call.Get(reference) is { } said)
        {
            return (said, git.LeftAt(said));
        }
        var target = call.Surroundings.Variable("GITHUB_BASE_REF") is { Length: > 0 } github ? github
            : call.Surroundings.Variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME") is { Length: > 0 } gitlab ? gitlab
            : call.Surroundings.Variable("SYSTEM_PULLREQUEST_TARGETBRANCH") is { Length: > 0 } azure ? azure.Replace("refs/heads/", "", StringComparison.Ordinal)
            : null;
        var name = target is null ? "HEAD" : $"origin/{target}";
        return (name, git.LeftAt(name));
    }

    private void Write(Invocation call, DiffReport report)
    {
        switch (call.Get(format))
        {
            case "json":
                DiffJson.Write(call.Output, report);
                break;
            case "markdown":
                call.Output.Write(new DiffComment(report).Text());
                break;
            default:
                call.Screen.Draw(new DataDiffScreen(report with { From = call.Surroundings.Folder }, call.Verbosity >= Verbosity.Detailed).Page());
                break;
        }
    }
}
