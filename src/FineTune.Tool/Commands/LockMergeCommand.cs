using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Revisions;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune lock merge</c>: by hand in a conflict, or as git's merge driver.</summary>
internal sealed class LockMergeCommand : ToolCommand
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "BASE OURS THEIRS, as git gives them to a merge driver, or OURS THEIRS; the result replaces OURS (default: the two sides of the conflict that git knows)",
        Arity = new ArgumentArity(0, 3),
    };

    public LockMergeCommand()
        : base("merge", "Unites the locks of two branches by job: nothing that was paid for is lost", "finetune lock merge", "finetune lock merge %O %A %B", "finetune lock merge ours.json theirs.json") => Add(files);

    public override string Remarks =>
        "As git's merge driver: git config merge.finetune-lock.driver \"finetune lock merge %O %A %B\", with the line that finetune init writes into .gitattributes.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var (ours, theirs, target) = call.Get(files) switch
        {
            [_, var our, var their] => (Read(call, our), Read(call, their), call.Resolve(our)),
            [var our, var their] => (Read(call, our), Read(call, their), call.Resolve(our)),
            [] or null => Conflict(call),
            _ => throw new UsageException("finetune lock merge needs two or three files, or none in a conflict that git knows"),
        };
        var merging = LockMerge.Merge(ours, theirs);
        foreach (var note in merging.Notes)
        {
            call.Say(Core.Findings.SafeText.Clean(note));
        }
        LockWriter.Write(target, merging.Lock);
        call.Say($"{call.Show(target)} holds both sides now");
        return Task.FromResult(ExitCode.Fine);
    }

    private static FineTuneLock Read(Invocation call, string name)
    {
        var path = call.Resolve(name);
        var reading = LockReader.Read(path);
        return reading.Findings.Count > 0 ? throw new FindingsException(reading.Findings)
            : reading.Lock ?? throw new UsageException($"{call.Show(path)} is not there");
    }

    private static (FineTuneLock Ours, FineTuneLock Theirs, string Target) Conflict(Invocation call)
    {
        var path = Path.ChangeExtension(ManifestPath.Find(call), null) + ".lock.json";
        var git = new Git(Path.GetDirectoryName(path)!);
        return (Side(":2", "our side"), Side(":3", "their side"), path);

        FineTuneLock Side(string stage, string title) => git.ReadLock(path, stage, title)
            ?? throw new UsageException($"git knows no conflict of {call.Show(path)}; name the two files");
    }
}
