using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Linting.Rules.Limits;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Jobs;

/// <summary>Checks the files of a job before it trains: with our own linter, answered in the words of the service.</summary>
internal sealed class FileCheck(EmulatorState state, BaseModels models)
{
    private const string Profile = "openai";

    /// <summary>What the service would say of the job's files.</summary>
    public StoredCheck Run(StoredJob job, CancellationToken cancellation)
    {
        var training = Lint(job, job.TrainingFile, counts: true, cancellation);
        var examples = training.Datasets.Sum(dataset => dataset.Examples);
        var faults = Faults(training);
        if (faults.FirstOrDefault(fault => !IsTooFew(fault)) is { } fault)
        {
            return Failed("invalid_training_file", "training_file", InvalidFile("training", fault));
        }
        if (faults.Exists(IsTooFew))
        {
            var least = ProfileCatalog.Find(Profile)!.Limits;
            var minimum = job.Method == "reinforcement" ? least.MinReinforcementExamples ?? least.MinExamples : least.MinExamples;
            return Failed("invalid_n_examples", "training_file", $"Training file has {examples} example(s), but must have at least {minimum} examples");
        }
        if (job.ValidationFile is { } validation
            && Faults(Lint(job, validation, counts: false, cancellation)).FirstOrDefault(found => !IsTooFew(found)) is { } wrong)
        {
            return Failed("invalid_validation_file", "validation_file", InvalidFile("validation", wrong));
        }
        return new StoredCheck { At = 0, Examples = examples, Tokens = training.Datasets.Sum(dataset => dataset.Tokens?.Billable ?? 0) };
    }

    // Nobody pays for validation data, so nobody asks for its tokens.
    private LintReport Lint(StoredJob job, string file, bool counts, CancellationToken cancellation) => Linter.Lint(
        LintRequest.ForUpload(state.Contents.PathOf(file), Profile, MethodOf(job), models.Find(job.Model)?.Id, state.Clock.Today) with { AllowedOutside = [state.Contents.Folder], WithTokens = counts },
        cancellation);

    private TuningMethod MethodOf(StoredJob job)
    {
        var method = TuningMethods.Find(job.Method)!.Value;
        return method == TuningMethod.Supervised && models.Find(job.Model) is { } model && !model.Methods.Contains(method)
            ? TuningMethod.Completion
            : method;
    }

    private static List<Finding> Faults(LintReport report) =>
        [.. report.Findings.Where(finding => finding.Severity == Severity.Error && IsRefused(finding))];

    // What a host refuses: faults of files, lines and schema, and its limits. Quality is the user's own affair.
    private static bool IsRefused(Finding fault) => RuleGroups.Of(fault.Code) is RuleGroup.File or RuleGroup.Schema or RuleGroup.Limits;

    private static bool IsTooFew(Finding fault) => fault.Code == TooFewExamples.Rule.Code;

    private static string InvalidFile(string role, Finding fault)
    {
        var message = MessageNumber.Of(fault) is { } number ? $"message {number}, " : "";
        return $"The job failed due to an invalid {role} file. Invalid file format. Line {fault.Range.Start.Line}, {message}{fault.Message}";
    }

    private static StoredCheck Failed(string code, string param, string message) =>
        new() { At = 0, ErrorCode = code, ErrorParam = param, ErrorMessage = message };
}
