using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting;
using FineTune.Core.Lockfile;
using FineTune.Core.Planning;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune verify</c>.</summary>
internal sealed class VerifyCommand : ProviderCommand
{
    private readonly Option<bool> allowStale = new("--allow-stale") { Description = "The lock may be behind the data, as on a pull request, but must be valid, of this manifest, and hold no emulated model" };
    private readonly Option<bool> online = new("--online") { Description = "Also asks the providers whether each model still exists, and when it shuts down" };
    private readonly Option<string[]> formats = OutputOptions.Format();
    private readonly Option<string[]> outputs = OutputOptions.Output();

    private readonly Option<string?> provenance = new("--provenance") { Description = "Writes which data made which model, as the predicate of an attestation; only where the lock answers for it", HelpName = "FILE" };

    public VerifyCommand()
        : base(
            "verify",
            "Checks that the lock answers for the manifest and the data as they are",
            "finetune verify",
            "finetune verify --allow-stale --format github",
            "finetune verify --provenance provenance.json")
    {
        Add(allowStale);
        Add(online);
        Add(formats);
        Add(outputs);
        Add(provenance);
        Validators.Add(result =>
        {
            if (result.GetResult(provenance) is { Implicit: false } && result.GetValue(allowStale))
            {
                result.AddError("--provenance says which data made each model; with --allow-stale that is not checked");
            }
        });
    }

    public override string Remarks => "Exit code 0: it does. 1: it does not. 3, with --online: a provider could not be asked. Without --online nothing is sent.";

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var targets = OutputTarget.Read(call, formats, outputs);
        var work = Checked.Read(call, emulator: false, LintRequest.ForVerify, cancellation);
        var mode = call.Get(allowStale) ? LockCheckMode.AllowStale : LockCheckMode.Verify;
        List<Finding> findings =
        [
            .. work.Report.Findings.Where(IsOurs),
            .. SharedDigests.Find(work.Plan).Except(work.Report.Findings),
            .. LockCheck.Run(work.Project.Manifest, work.Lock, work.Plan, mode),
        ];
        var unanswered = 0;
        if (call.Get(this.online) && work.Lock.Lock is not null)
        {
            (var online, unanswered) = await OnlineFindings.AskAsync(call, work, cancellation);
            findings.AddRange(online);
        }
        var report = work.Report with { Findings = findings, Suppressed = 0 };
        foreach (var target in targets)
        {
            target.Write(ReportContents.Of(call, report, elapsed: null) with { Subject = "Lock" });
        }
        if (report.Count(Severity.Error) == 0)
        {
            call.Say("the lock answers for the manifest" + (mode == LockCheckMode.Verify ? " and its data" : ""));
        }
        var ended = report.Count(Severity.Error) > 0 ? ExitCode.Failed : unanswered > 0 ? ExitCode.Refused : ExitCode.Fine;
        if (call.Get(provenance) is { } file)
        {
            WriteProvenance(call, work, file, isSound: ended == ExitCode.Fine);
        }
        return ended;
    }

    private static void WriteProvenance(Invocation call, Checked work, string file, bool isSound)
    {
        if (!isSound || work.Lock.Lock is not { } locked)
        {
            call.Fail($"{call.Show(call.Resolve(file))} was not written: the lock does not answer for the data");
            return;
        }
        TextFile.Write(call, file, ProvenanceText.Of(locked, work.Project.Manifest, ProductVersion.Text));
        call.Say($"wrote {call.Show(call.Resolve(file))}{(RepositoryAddress.ProvenanceType is { } type ? $", a predicate of type {type}" : "")}");
    }

    // What lint says of the data's content is lint's to say; what it says of the lock is too mild for a gate.
    private static bool IsOurs(Finding finding) =>
        RuleBook.RuleOf(finding) is var rule && (ManifestRules.All.Contains(rule) || LifecycleRules.All.Contains(rule) || rule == FileRules.DataNotFetched);
}
