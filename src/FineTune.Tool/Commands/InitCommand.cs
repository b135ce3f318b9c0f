using System.CommandLine;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Starting;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune init [DIR]</c>.</summary>
internal sealed class InitCommand : ToolCommand
{
    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "The folder to begin in (default: the working folder)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replaces files that are there already" };

    public InitCommand()
        : base("init", "Writes a manifest and ten sample examples to begin with", "finetune init", "finetune init support --force")
    {
        Add(_folder);
        Add(_force);
    }

    public override string Remarks =>
        "Writes finetune.yml, finetune.schema.json and data/train.jsonl, and adds the lines that they need to .gitattributes and .gitignore. Files that are there already stay as they are.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var folder = call.Resolve(call.Get(_folder) ?? ".");
        foreach (var file in StarterFiles.All())
        {
            var done = file.Write(folder, call.Get(_force));
            var name = call.Show(Path.Combine(folder, file.Name));
            call.Output.Write(done switch
            {
                Written.New => $"{call.Ink.Green("wrote")}    {name}\n",
                Written.Extended => $"{call.Ink.Green("added to")} {name}\n",
                _ => $"{call.Ink.Dim("kept")}     {name}\n",
            });
        }
        call.Say("");
        call.Say($"Next: {call.MessageInk.Bold("finetune lint")} checks the data, {call.MessageInk.Bold("finetune release")} trains on the emulator, without a key and without cost.");
        call.Say(call.MessageInk.Dim("To unite locks of two branches by job: git config merge.finetune-lock.driver \"finetune lock merge %O %A %B\""));
        return Task.FromResult(ExitCode.Fine);
    }
}
