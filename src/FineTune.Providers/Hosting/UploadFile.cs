namespace FineTune.Providers.Hosting;

/// <summary>Bytes to upload.</summary>
/// <param name="Name">File name at the host; starts with our mark.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Open">Opens the bytes from the start; called once for each try.</param>
internal sealed record UploadFile(string Name, long Bytes, Func<Stream> Open);
