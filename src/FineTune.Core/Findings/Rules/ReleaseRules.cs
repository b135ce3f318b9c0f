namespace FineTune.Core.Findings.Rules;

/// <summary>FT8xxx: one rule for each way a release can end badly.</summary>
internal static class ReleaseRules
{
    /// <summary>FT8001: no key, or one that the provider does not take.</summary>
    public static Rule Authentication { get; } = new("FT8001", "authentication", Severity.Error, "the provider does not accept the key, or there is none");

    /// <summary>FT8002: the key is known but may not do this.</summary>
    public static Rule Permission { get; } = new("FT8002", "permission", Severity.Error, "the provider does not allow this to the key or its organisation");

    /// <summary>FT8003: quota used up, or billing not in order.</summary>
    public static Rule Quota { get; } = new("FT8003", "quota", Severity.Error, "the provider's quota or the account's balance is used up");

    /// <summary>FT8004: still too many requests after retries.</summary>
    public static Rule RateLimit { get; } = new("FT8004", "rate-limit", Severity.Error, "the provider's rate limit holds after retries");

    /// <summary>FT8005: no answer, or the provider's own failure.</summary>
    public static Rule Unreachable { get; } = new("FT8005", "provider-unreachable", Severity.Error, "the provider cannot be reached or fails");

    /// <summary>FT8006: a file was not taken.</summary>
    public static Rule UploadRefused { get; } = new("FT8006", "upload-refused", Severity.Error, "the provider refused a file");

    /// <summary>FT8007: the job was refused or failed.</summary>
    public static Rule JobFailed { get; } = new("FT8007", "job-failed", Severity.Error, "the provider refused the job, or the job failed");

    /// <summary>FT8008: the job was cancelled.</summary>
    public static Rule JobCancelled { get; } = new("FT8008", "job-cancelled", Severity.Error, "the job was cancelled");

    /// <summary>FT8009: another release works on the same lock.</summary>
    public static Rule ReleaseRunning { get; } = new("FT8009", "release-running", Severity.Error, "another release holds the lock");

    /// <summary>FT8010: the estimate is above the budget, or there is none to compare.</summary>
    public static Rule Budget { get; } = new("FT8010", "budget", Severity.Error, "the training would cost more than its budget, or its price is not known");

    /// <summary>FT8011: several jobs of the project match one digest.</summary>
    public static Rule SeveralJobs { get; } = new("FT8011", "several-jobs", Severity.Error, "several jobs match one digest");

    /// <summary>FT8012: the trained model could not be deployed.</summary>
    public static Rule DeploymentFailed { get; } = new("FT8012", "deployment-failed", Severity.Error, "the trained model could not be deployed");

    /// <summary>FT8013: the trainer command failed.</summary>
    public static Rule TrainerFailed { get; } = new("FT8013", "trainer-failed", Severity.Error, "the trainer command failed");

    /// <summary>FT8014: the provider answered something that is not understood or not safe to keep.</summary>
    public static Rule AnswerNotUnderstood { get; } = new("FT8014", "answer-not-understood", Severity.Error, "the provider's answer is not understood");

    /// <summary>FT8015: the plan that was approved is not what would be done now.</summary>
    public static Rule PlanStale { get; } = new("FT8015", "plan-stale", Severity.Error, "the plan is not what would be done now");

    /// <summary>FT8016: the job that was created is not the one that was asked for.</summary>
    public static Rule OtherTraining { get; } = new("FT8016", "other-training", Severity.Error, "the provider would train something else than was asked for");

    /// <summary>FT8017: a provider has no address, or one that a key must not be sent to.</summary>
    public static Rule EndpointRefused { get; } = new("FT8017", "endpoint-refused", Severity.Error, "the provider has no address, or none that a key may be sent to");

    /// <summary>FT8019: somebody's job has our digest and trains something else.</summary>
    public static Rule NotOurs { get; } = new("FT8019", "job-not-ours", Severity.Error, "a job carries the digest and trains something else");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Authentication, Permission, Quota, RateLimit, Unreachable, UploadRefused, JobFailed, JobCancelled, ReleaseRunning, Budget,
        SeveralJobs, DeploymentFailed, TrainerFailed, AnswerNotUnderstood, PlanStale, OtherTraining, EndpointRefused, NotOurs,
    ];
}
