using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune prune</c>.</summary>
internal sealed class PruneCommand : ProviderCommand
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Deletes them; without it they are listed" };
    private readonly Option<bool> _emulator = EmulatorOption.Make();

    public PruneCommand()
        : base("prune", "Lists files and models at the provider that carry this project's mark and that no lock names", "finetune prune", "finetune prune --yes")
    {
        Add(_yes);
        Add(_emulator);
    }

    public override string Remarks => "Locks of every local and remote git ref count. A clone without its whole history can't know them all, and then nothing is deleted.";

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(_emulator));
        var known = KnownLocks(project, call.Get(_yes));
        await using var hosts = Hosts.Of(call, project);
        using var operations = Hosts.Operations(call, project, hosts, new PlainProgress(call));
        var (items, problems) = await operations.PruneAsync(known, call.Get(_yes), cancellation);
        foreach (var problem in problems)
        {
            call.Fail(problem.Rule, problem.Message);
        }
        var exitCode = problems.Select(problem => problem.ExitCode).DefaultIfEmpty(ExitCode.Fine).Max();
        if (items.Count == 0)
        {
            call.Text.Write(problems.Count > 0 ? "" : "nothing to clear up\n");
            return exitCode;
        }
        TableText.Write(call.Text, call.Ink, ["", "PROVIDER", "KIND", "ID", "NAME", "SIZE"],
            [.. items.Select(item => new[] { item.Deleted ? "deleted" : "unused", SafeText.Clean(item.Provider), item.Kind, SafeText.Clean(item.Id), item.Name, item.Bytes is { } bytes ? Amount.OfBytes(bytes) : "–" })]);
        if (!call.Get(_yes))
        {
            call.Say($"{Amount.Of(items.Count, "thing")} could go: finetune prune --yes deletes them");
        }
        return exitCode;
    }

    private static List<FineTuneLock> KnownLocks(Project project, bool delete)
    {
        var git = new Git(project.Manifest.Directory);
        var refs = git.Refs();
        if (delete && git.IsShallow())
        {
            throw new UsageException("this clone lacks history, so it can't be known what other branches need; git fetch --unshallow --tags first");
        }
        return [.. refs.Select(name => git.ReadLock($"{name}:./{Path.GetFileName(project.LockPath)}")).OfType<FineTuneLock>()];
    }
}
