using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune try MODEL [PROMPT]</c>.</summary>
internal sealed class TryCommand : ProviderCommand
{
    private readonly Argument<string> model = new("MODEL") { Description = "A model of the manifest" };
    private readonly Argument<string?> prompt = new("PROMPT") { Description = "What to say to it (default: read from stdin)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> compare = new("--compare") { Description = "Also asks the base model" };
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public TryCommand()
        : base("try", "Asks a model's current version one question", "finetune try support-bot \"Do you ship to Norway?\"", "finetune try support-bot --compare < question.txt")
    {
        Add(model);
        Add(prompt);
        Add(compare);
        Add(emulator);
    }

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(emulator));
        var name = NamedModel.In(project, call.Get(model)!);
        var prompt = call.Get(this.prompt) ?? Ask(call);
        if (string.IsNullOrWhiteSpace(prompt))
        {
            throw new UsageException("finetune try needs a prompt, as an argument or on stdin");
        }
        await using var hosts = Hosts.Of(call, project);
        using var operations = Hosts.Operations(call, project, hosts, new PlainProgress(call));
        var answers = await operations.TryAsync(name, prompt, call.Get(compare), cancellation);
        foreach (var answer in answers)
        {
            if (answers.Count > 1)
            {
                call.Text.Write(call.Ink.Bold(SafeText.Clean(answer.Model)) + "\n");
            }
            call.Text.Write(string.Join('\n', answer.Text.Split('\n').Select(SafeText.Clean)) + (answers.Count > 1 ? "\n\n" : "\n"));
        }
        return ExitCode.Fine;
    }

    private static string? Ask(Invocation call)
    {
        if (!call.Surroundings.InputIsTerminal)
        {
            return call.Surroundings.Input.ReadToEnd();
        }
        call.Surroundings.Error.Write("> ");
        return call.Surroundings.Input.ReadLine();
    }
}
