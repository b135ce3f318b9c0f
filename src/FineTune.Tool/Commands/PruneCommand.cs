using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing.Pruning;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Rendering;
using FineTune.Tool.Revisions;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune prune</c>.</summary>
internal sealed class PruneCommand : ProviderCommand
{
    private readonly Option<bool> models = new("--models") { Description = "Models too: they were paid for" };
    private readonly Option<string?> olderThan = new("--older-than") { Description = "What is younger stays, for example 12h or 30d (default: 7d)", HelpName = "TIME" };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Deletes them; without it they are listed" };
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public PruneCommand()
        : base("prune", "Lists files at the provider, and with --models models, that carry this project's mark and that no lock names", "finetune prune", "finetune prune --models --older-than 30d --yes")
    {
        Add(models);
        Add(olderThan);
        Add(yes);
        Add(emulator);
    }

    public override string Remarks => "Locks of every local and remote git ref count. A clone without its whole history can't know them all, and then nothing is deleted.";

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(emulator));
        var options = new PruneOptions
        {
            Models = call.Get(models),
            OlderThan = call.Get(olderThan) is { } age ? Duration.Parse("--older-than", age) : PruneOptions.DefaultAge,
            Delete = call.Get(yes),
        };
        var known = KnownLocks(project, call.Get(yes));
        await using var hosts = Hosts.Of(call, project);
        using var operations = Hosts.Operations(call, project, hosts, new PlainProgress(call));
        var (items, problems) = await operations.PruneAsync(known, options, cancellation);
        foreach (var problem in problems)
        {
            call.Fail(problem.Rule, problem.Message);
        }
        var exitCode = problems.Select(problem => problem.ExitCode).DefaultIfEmpty(ExitCode.Fine).Max();
        Show(call, [.. items.Where(item => item.Keeping is null)], quiet: problems.Count > 0);
        Tell(call, items.Count(item => item.Keeping == PruneKeeping.Young), "younger than --older-than");
        Tell(call, items.Count(item => item.Keeping == PruneKeeping.Shared), "trained or taken over by another project of the account, too");
        return exitCode;
    }

    private void Show(Invocation call, IReadOnlyList<PruneItem> items, bool quiet)
    {
        if (items.Count == 0)
        {
            call.Text.Write(quiet ? "" : "nothing to clear up\n");
            return;
        }
        call.Screen.Draw(PlainTable.Of(["", "PROVIDER", "KIND", "ID", "NAME", "SIZE"],
            [.. items.Select(item => new[] { item.Deleted ? "deleted" : "unused", item.Provider, item.Kind, item.Id, item.Name, item.Bytes is { } bytes ? Amount.OfBytes(bytes) : "–" })]));
        if (!call.Get(this.yes))
        {
            call.Say($"{Amount.Of(items.Count, "thing")} could go: --yes deletes what is listed");
        }
    }

    private static void Tell(Invocation call, int count, string why)
    {
        if (count > 0)
        {
            call.Say($"{Amount.Of(count, "thing that no lock names stays", "things that no lock names stay")}: {why}");
        }
    }

    private static List<FineTuneLock> KnownLocks(Project project, bool delete)
    {
        var git = new Git(project.Manifest.Directory);
        var refs = git.Refs();
        if (delete && git.IsShallow())
        {
            throw new UsageException("this clone lacks history, so it can't be known what other branches need; git fetch --unshallow --tags first");
        }
        return [.. refs.Select(named => git.ReadLock(project.LockPath, named.Revision, SafeText.Quote(named.Name))).OfType<FineTuneLock>()];
    }
}
