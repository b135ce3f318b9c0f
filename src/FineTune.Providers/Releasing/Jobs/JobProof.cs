using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>
/// Whether a job with our mark is our training. A mark is public, anyone with a key of the account can write it: what the host says of the
/// job has to be what was asked for, and its files have to hold our bytes.
/// </summary>
internal sealed class JobProof(ITrainingHost host)
{
    private readonly Dictionary<(string Id, string Sha256), bool?> held = [];

    /// <summary>What speaks against it, safe to print; null for nothing.</summary>
    public async Task<string?> AgainstAsync(SoughtJob sought, TrainingJob job, CancellationToken cancellation)
    {
        var (asked, said) = (sought.Asked, job.Echo);
        return SaidDifference.Of(asked, job, host)
            ?? await FileAsync(sought, "training", asked.Training, job.TrainingFile, cancellation).ConfigureAwait(false)
            ?? (asked.Validation is { } validation ? await FileAsync(sought, "validation", validation, said.ValidationFile, cancellation).ConfigureAwait(false)
                : said.ValidationFile is { } other ? $"a validation file, {SafeText.Quote(other)}, where none was asked for"
                : null);
    }

    /// <summary>Whether a file holds these bytes: as the lock says, else as the host gives them; null where nobody can tell.</summary>
    public async Task<bool?> HoldsAsync(SoughtJob sought, LockedFile file, string id, CancellationToken cancellation)
    {
        if (id == file.FileId || Knows(sought, file, id))
        {
            return true;
        }
        if (!this.held.TryGetValue((id, file.Sha256), out var held))
        {
            held = await host.HoldsAsync(id, file.Sha256, file.Bytes, cancellation).ConfigureAwait(false);
            this.held[(id, file.Sha256)] = held;
        }
        return held;
    }

    private async Task<string?> FileAsync(SoughtJob sought, string role, LockedFile file, string? id, CancellationToken cancellation)
    {
        if (id is null)
        {
            return null;
        }
        return !HostId.IsPlain(id) ? $"the {role} file {SafeText.Quote(id)}, which is no ID"
            : await HoldsAsync(sought, file, id, cancellation).ConfigureAwait(false) switch
            {
                true => null,
                false => $"other {role} data (file {id})",
                null => $"the {role} file {id}, whose content {host.Features.Title} does not give, so that nobody can tell whether it is ours",
            };
    }

    // What the lock names was sent by us, or looked at before.
    private static bool Knows(SoughtJob sought, LockedFile file, string id) =>
        sought.Entry.Versions.Concat<LockedTraining>(sought.Entry.Attempts)
            .Where(training => training.Provider == sought.Asked.Provider)
            .SelectMany(training => new[] { training.Training, training.Validation })
            .Any(known => known?.FileId == id && known.Sha256 == file.Sha256);
}
