namespace FineTune.Core.Identity;

/// <summary>One file of an upload, measured.</summary>
/// <param name="Source">The file.</param>
/// <param name="Content">Its hash and size, without a byte-order mark.</param>
internal sealed record SourceMeasure(UploadSource Source, ContentMeasure Content);
