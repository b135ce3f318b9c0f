using System.CommandLine;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Starting;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune init [DIR]</c>.</summary>
internal sealed class InitCommand : ToolCommand
{
    private readonly Argument<string?> folder = new("DIR")
    {
        Description = "The folder to begin in (default: the working folder)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> github = new("--github") { Description = "Also writes the GitHub workflows, at the repository's root" };
    private readonly Option<bool> force = new("--force") { Description = "Replaces files that are there already" };

    public InitCommand()
        : base("init", "Writes a manifest and ten sample examples to begin with", "finetune init", "finetune init --github", "finetune init support --force")
    {
        Add(folder);
        Add(github);
        Add(force);
    }

    public override string Remarks =>
        "Writes finetune.yml, finetune.schema.json and data/train.jsonl, and adds the lines that they need to .gitattributes and .gitignore. "
        + "With --github also .github/workflows/finetune.yml and what it calls. Files that are there already stay as they are, and each is named.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var folder = call.Resolve(call.Get(this.folder) ?? ".");
        var boundary = RepositoryBoundary.Around(folder, []);
        var root = boundary.Root;
        var workflows = call.Get(github) ? StarterFiles.GitHub(ManifestIn(root, folder), ProductVersion.Text) : [];
        Check(call, boundary, folder, StarterFiles.All());
        Check(call, boundary, root, workflows);
        Write(call, folder, StarterFiles.All());
        Write(call, root, workflows);
        call.Say("");
        call.Say($"Next: {call.MessageInk.Bold("finetune lint")} checks the data, {call.MessageInk.Bold("finetune release")} trains on the emulator, without a key and without cost.");
        if (workflows.Count > 0)
        {
            call.Say("On GitHub: make an environment \"finetune\" with reviewers and \"finetune-sync\" without, each with the secret OPENAI_API_KEY.");
        }
        call.Say(call.MessageInk.Dim("To unite locks of two branches by job: git config merge.finetune-lock.driver \"finetune lock merge %O %A %B\""));
        return Task.FromResult(ExitCode.Fine);
    }

    // All or nothing: half a beginning is none.
    private static void Check(Invocation call, RepositoryBoundary boundary, string folder, IReadOnlyList<StarterFile> files)
    {
        foreach (var file in files)
        {
            if (file.Refusal(folder, boundary) is { } refusal)
            {
                throw new UsageException($"{call.Show(Path.Combine(folder, file.Name))} {refusal}; nothing is written");
            }
        }
    }

    private void Write(Invocation call, string folder, IReadOnlyList<StarterFile> files)
    {
        foreach (var file in files)
        {
            var done = file.Write(folder, call.Get(this.force));
            var name = call.Show(Path.Combine(folder, file.Name));
            call.Text.Write(done switch
            {
                Written.New => $"{call.Ink.Green("wrote")}    {name}\n",
                Written.Replaced => $"{call.Ink.Yellow("replaced")} {name}\n",
                Written.Extended => $"{call.Ink.Green("added to")} {name}\n",
                Written.Differs => $"{call.Ink.Yellow("kept")}     {name} (differs from this version's; --force replaces it)\n",
                _ => $"{call.Ink.Dim("kept")}     {name}\n",
            });
        }
    }

    // The path stands in YAML where GitHub reads expressions: nothing that could be one gets there.
    private static string ManifestIn(string root, string folder)
    {
        var path = PathText.Relative(Path.Combine(folder, "finetune.yml"), root);
        return path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/') && path[0] != '-'
            ? path
            : throw new UsageException($"{SafeText.Quote(path)} has characters that do not go into a workflow; give its folder a name of letters, digits and . _ -");
    }
}
