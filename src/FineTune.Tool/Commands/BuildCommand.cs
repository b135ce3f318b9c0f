using System.CommandLine;
using FineTune.Core.Building;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary>
/// <c>finetune build lint|generate|verify FILE</c>: the work of the MSBuild tasks for an MSBuild.exe that cannot load them. Not for people:
/// the targets write FILE. Findings go to stdout as MSBuild's canonical lines.
/// </summary>
internal sealed class BuildCommand : ToolCommand
{
    private static readonly string[] Targets = ["lint", "generate", "verify"];

    private readonly Argument<string> target = new("TARGET") { Description = "lint, generate or verify" };
    private readonly Argument<string> file = new("FILE") { Description = "The arguments, a line name=value each" };

    public BuildCommand()
        : base("build", "What the targets of the MSBuild package do", "finetune build lint obj/finetune/lint.txt", "finetune build verify obj/finetune/verify.txt")
    {
        Hidden = true;
        Add(target);
        Add(file);
    }

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var target = call.Get(this.target)!;
        if (!Targets.Contains(target))
        {
            throw new UsageException(Choice.Fault("TARGET", target, Targets));
        }
        var arguments = BuildArguments.Read(call, call.Get(file)!);
        if (TodayText.Read(arguments.Optional("today"), call.Surroundings.Clock) is not { } today)
        {
            return Task.FromResult(Fail(call, arguments, ToolRules.VariableInvalid, TodayText.Fault));
        }
        var project = arguments.Project(today);
        try
        {
            var weight = new WarningWeight(arguments.Is("warnings-as-errors"), arguments.Optional("warnings-not-as-errors"));
            return Task.FromResult(Write(call, project, Work(target, project, arguments, cancellation), weight));
        }
        catch (Exception e) when (e is not (OperationCanceledException or UsageException))
        {
            return Task.FromResult(Fail(call, arguments, ToolRules.InternalError, InternalError.Describe(e)));
        }
    }

    private static BuildFindings Work(string target, BuiltProject project, BuildArguments arguments, CancellationToken cancellation) => target switch
    {
        "lint" => DatasetLint.Run(project, arguments.Optional("sarif"), arguments.Optional("settings"), arguments.Is("lock-is-verified"), cancellation),
        "generate" => new ModelsFile(arguments["output"], arguments["language"], arguments.Optional("namespace"), arguments.Optional("settings")).Write(project, arguments.Is("silent")),
        _ => LockVerification.Run(project, arguments.Is("locked"), arguments.Is("errors-only"), cancellation),
    };

    private static int Fail(Invocation call, BuildArguments arguments, Rule rule, string message)
    {
        call.Output.Write($"{ShownPath.Of(arguments["project-folder"], arguments["project-file"])} : error {rule.Code}: {message}\n");
        return ExitCode.Failed;
    }

    private static int Write(Invocation call, BuiltProject project, BuildFindings found, WarningWeight weight)
    {
        var code = ExitCode.Fine;
        foreach (var finding in found.Findings)
        {
            var severity = weight.Of(finding);
            if (severity == Severity.None)
            {
                continue;
            }
            call.Output.Write(CanonicalLine.Of(ShownPath.Of(project.Folder, finding.Path), severity, finding));
            code = severity == Severity.Error ? ExitCode.Failed : code;
        }
        call.Output.Write(found.Summary + "\n");
        return code;
    }
}
