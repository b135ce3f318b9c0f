using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Brings the data of a role to the provider once: a file that is there already is taken.</summary>
internal sealed class DataUpload(ITrainingHost host, IReleaseProgress progress)
{
    private const int MostLooks = 3;
    private readonly JobProof proof = new(host);

    /// <summary>The file with the provider's ID.</summary>
    /// <param name="sought">The job that it is for; files that the lock names are taken unseen.</param>
    /// <param name="name">The file's name at the provider.</param>
    /// <param name="data">The data.</param>
    /// <param name="sent">What the attempt has of it: the file, or what an earlier run has sent in parts.</param>
    /// <param name="note">Writes down what has been sent in parts.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<LockedFile> RunAsync(
        SoughtJob sought, string name, ReleaseData data, LockedFile sent, Action<LockedUpload> note, CancellationToken cancellation)
    {
        var (model, file) = (sought.Model, data.Description);
        if (await FindAsync(sought, name, file with { FileId = sent.FileId }, cancellation).ConfigureAwait(false) is { } same)
        {
            progress.Say(model, $"{name} is at the provider already ({same})");
            return file with { FileId = same };
        }
        if (Hash(data, cancellation) != file.Sha256)
        {
            throw new ReleaseError(
                ReleaseRules.UploadRefused, $"the data of {model} has changed since it was checked; nothing was sent: run the release again", ExitCode.Failed);
        }
        progress.Say(model, $"uploading {name}: {file.Examples} examples, {file.Bytes} bytes");
        var uploaded = await host.UploadAsync(new UploadFile(name, file.Bytes, data.Content.OpenRead) { Begun = sent.Upload, Note = note }, cancellation).ConfigureAwait(false);
        return file with { FileId = uploaded.Id };
    }

    // Name and size are public: a file is taken only when its content is ours. What cannot be looked at is sent anew, which costs nothing.
    private async Task<string?> FindAsync(SoughtJob sought, string name, LockedFile file, CancellationToken cancellation)
    {
        var listed = (await host.ListFilesAsync(name, cancellation).ConfigureAwait(false))
            .Where(hosted => hosted.Name == name && hosted.Bytes == file.Bytes)
            .OrderBy(hosted => hosted.CreatedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(hosted => hosted.Id, StringComparer.Ordinal)
            .ToList();
        foreach (var hosted in listed.Where(hosted => hosted.Id == file.FileId).Concat(listed.Take(MostLooks)))
        {
            try
            {
                var held = await proof.HoldsAsync(sought, file, hosted.Id, cancellation).ConfigureAwait(false);
                if (held == true)
                {
                    return hosted.Id;
                }
                progress.Warn(sought.Model, $"the file {hosted.Id} has the name and size of ours, {(held == false ? "and other content" : "and its content is not given")}; it is not used");
            }
            catch (ReleaseError error)
            {
                progress.Warn(sought.Model, $"{error.Message}; the file {hosted.Id} is not used");
            }
        }
        return null;
    }

    private static string Hash(ReleaseData data, CancellationToken cancellation)
    {
        try
        {
            return data.Content.Measure(cancellation).Total.Sha256;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseError(ReleaseRules.UploadRefused, $"the data cannot be read: {IOFault.Describe(error)}", ExitCode.Usage);
        }
    }
}
