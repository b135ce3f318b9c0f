using System.CommandLine;
using System.Globalization;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Locking;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune rollback MODEL VERSION</c>.</summary>
internal sealed class RollbackCommand : ProviderCommand
{
    private const string Newest = "newest";

    private readonly Argument<string> model = new("MODEL") { Description = "A model of the lock" };
    private readonly Argument<string> version = new("VERSION") { Description = "Number of the version, VERSION@STEP for one of its checkpoints, or newest to end a rollback" };
    private readonly Option<string?> reason = new("--reason") { Description = "Why; the lock keeps it", HelpName = "TEXT" };
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public RollbackCommand()
        : base("rollback", "Makes an earlier version or a checkpoint current, until it is undone", "finetune rollback support-bot 2 --reason \"answers were too long\"", "finetune rollback support-bot 3@80 --reason \"the last epoch overfits\"")
    {
        Add(model);
        Add(version);
        Add(reason);
        Add(emulator);
    }

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(emulator));
        var name = NamedModel.In(project, call.Get(model)!);
        var word = call.Get(this.version)!;
        if (word != Newest && string.IsNullOrWhiteSpace(call.Get(reason)))
        {
            throw new UsageException("a rollback needs --reason: whoever reads the lock will ask why it stands still");
        }
        var file = new DiskLock(project.LockPath);
        using var session = new LockSession(file, new LockGate(file.Path, Clock.Of(call.Surroundings.Clock)));
        var changed = await session.ChangeAsync(TimeSpan.FromSeconds(30), locked => word == Newest
            ? LockEdit.Unpin(locked, name)
            : LockEdit.Pin(locked, name, Read(word, call.Get(reason)!)) ?? throw new UsageException(Unknown(locked, name, word)));
        var entry = changed.Models.GetValueOrDefault(name);
        call.Text.Write($"{SafeText.Clean(name)} is at version {entry?.Pinned?.Words ?? $"{entry?.Current}"} now: {SafeText.Clean(entry?.CurrentVersion?.Model ?? "none")}\n");
        if (entry?.CurrentVersion?.Deployment is { } deployment)
        {
            call.Text.Write($"finetune release {SafeText.Clean(name)} lets the deployment {SafeText.Clean(deployment)} serve it; nothing is trained for that\n");
        }
        return ExitCode.Fine;
    }

    private static Pin Read(string word, string reason)
    {
        var at = word.IndexOf('@');
        return at < 0 ? new Pin(Number(word, word), reason) : new Pin(Number(word[..at], word), reason) { Step = Number(word[(at + 1)..], word) };
    }

    private static int Number(string part, string word) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new UsageException($"VERSION is {SafeText.Quote(word)}; it must be a number, VERSION@STEP or {Newest}");

    private static string Unknown(FineTuneLock locked, string name, string word)
    {
        var versions = locked.Models.GetValueOrDefault(name)?.Versions ?? [];
        var named = versions.FirstOrDefault(version => word.StartsWith($"{version.Number}@", StringComparison.Ordinal));
        return versions.Count == 0 ? $"{name} has no versions yet"
            : named is null ? $"{name} has no version {word}; it has {List(versions.Select(version => version.Number))}"
            : named.Checkpoints.Count == 0 ? $"version {named.Number} of {name} has no checkpoints"
            : $"version {named.Number} of {name} has no checkpoint {word}; it has steps {List(named.Checkpoints.Select(checkpoint => checkpoint.Step))}";
    }

    private static string List(IEnumerable<int> numbers) => string.Join(", ", numbers.Order());
}
