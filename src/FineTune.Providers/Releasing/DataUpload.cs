using FineTune.Core.Lockfile;
using FineTune.Core.Repository;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>Brings the data of a role to the provider once: a file that is there already is taken.</summary>
internal sealed class DataUpload(ITrainingHost host, IReleaseProgress progress)
{
    /// <summary>The file with the provider's ID.</summary>
    /// <param name="model">The model's name in the manifest.</param>
    /// <param name="name">The file's name at the provider.</param>
    /// <param name="data">The data.</param>
    /// <param name="begun">What an earlier run has sent of it in parts; null for nothing.</param>
    /// <param name="note">Writes down what has been sent in parts.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<LockedFile> RunAsync(
        string model, string name, ReleaseData data, LockedUpload? begun, Action<LockedUpload> note, CancellationToken cancellation)
    {
        var file = data.Description;
        var known = await host.ListFilesAsync(name, cancellation).ConfigureAwait(false);
        var same = known
            .Where(hosted => hosted.Name == name && hosted.Bytes == file.Bytes)
            .OrderBy(hosted => hosted.CreatedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(hosted => hosted.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (same is not null)
        {
            progress.Say(model, $"{name} is at the provider already ({same.Id})");
            return file with { FileId = same.Id };
        }
        if (Hash(data, cancellation) != file.Sha256)
        {
            throw new ReleaseError(
                ReleaseRules.UploadRefused, $"the data of {model} has changed since it was checked; nothing was sent: run the release again", ExitCodes.JobFailed);
        }
        progress.Say(model, $"uploading {name}: {file.Examples} examples, {file.Bytes} bytes");
        var uploaded = await host.UploadAsync(new UploadFile(name, file.Bytes, data.Content.OpenRead) { Begun = begun, Note = note }, cancellation).ConfigureAwait(false);
        return file with { FileId = uploaded.Id };
    }

    private static string Hash(ReleaseData data, CancellationToken cancellation)
    {
        try
        {
            return data.Content.Measure(cancellation).Total.Sha256;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseError(ReleaseRules.UploadRefused, $"the data cannot be read: {IOFault.Describe(error)}", ExitCodes.Usage);
        }
    }
}
