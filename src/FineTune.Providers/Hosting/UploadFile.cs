using FineTune.Core.Lockfile;

namespace FineTune.Providers.Hosting;

/// <summary>Bytes to upload.</summary>
/// <param name="Name">File name at the host; starts with our mark.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Open">Opens the bytes from the start; called once for each try.</param>
internal sealed record UploadFile(string Name, long Bytes, Func<Stream> Open)
{
    /// <summary>An upload in parts that an earlier run began; null for none.</summary>
    public LockedUpload? Begun { get; init; }

    /// <summary>Is told of every part that the host has, so that the next run need not send it again; one call at a time.</summary>
    public Action<LockedUpload> Note { get; init; } = _ => { };
}
