namespace FineTune.Core.Identity;

/// <summary>What an upload is: as a whole, and file by file.</summary>
/// <param name="Total">All that is uploaded, a byte-order mark included where the host asks for one.</param>
/// <param name="Sources">The files, in upload order.</param>
internal sealed record UploadMeasure(ContentMeasure Total, IReadOnlyList<SourceMeasure> Sources);
