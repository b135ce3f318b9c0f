using System.CommandLine;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune lock</c>, the group.</summary>
internal sealed class LockCommand : Command
{
    public LockCommand()
        : base("lock", "Works on the lock itself") => Add(new LockMergeCommand());
}
