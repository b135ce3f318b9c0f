using FineTune.Core.Identity;

namespace FineTune.Core.Lockfile;

/// <summary>One uploaded file: all files of a role, normalised and joined.</summary>
public sealed record LockedFile
{
    /// <summary>SHA-256 of the uploaded bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Uploaded bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Examples.</summary>
    public required long Examples { get; init; }

    /// <summary>Billable tokens of one epoch; null until they are counted.</summary>
    public long? Tokens { get; init; }

    /// <summary>The provider's file ID; null until the upload was answered.</summary>
    public string? FileId { get; init; }

    /// <summary>An upload in parts that was begun and not completed; null for none.</summary>
    public LockedUpload? Upload { get; init; }

    /// <summary>What it was made of, in order.</summary>
    public required IReadOnlyList<LockedSource> Sources { get; init; }

    /// <summary>An upload as a lock has it.</summary>
    /// <param name="measure">The measured upload.</param>
    internal static LockedFile Of(UploadMeasure measure) => new()
    {
        Sha256 = measure.Total.Sha256,
        Bytes = measure.Total.Bytes,
        Examples = measure.Total.Examples,
        Sources =
        [
            .. measure.Sources.Select(source =>
                new LockedSource(source.Source.Path, source.Content.Sha256, source.Content.Bytes, source.Content.Examples)),
        ],
    };
}
