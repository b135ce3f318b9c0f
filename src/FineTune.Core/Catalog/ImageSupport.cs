namespace FineTune.Core.Catalog;

/// <summary>What a host takes of images in training data.</summary>
internal sealed record ImageSupport
{
    /// <summary>Whether data may have images at all.</summary>
    public required bool Offered { get; init; }

    /// <summary>Whether an image may be an http(s) address; otherwise only data URLs.</summary>
    public required bool Addresses { get; init; }

    /// <summary>Whether <c>image_url</c> may be the address itself instead of an object that holds it.</summary>
    public bool BareAddresses { get; init; }

    /// <summary>Media types, for example <c>image/png</c>.</summary>
    public required IReadOnlyList<string> MediaTypes { get; init; }

    /// <summary>Roles whose messages may have images.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Types of content parts beside <c>text</c>, <c>image_url</c> and <c>refusal</c>, for example <c>image</c>.</summary>
    public IReadOnlyList<string> OtherParts { get; init => field = value ?? []; } = [];

    /// <summary>Formats of videos in blocks of Converse, for example <c>mp4</c>.</summary>
    public IReadOnlyList<string> VideoTypes { get; init => field = value ?? []; } = [];

    /// <summary>Formats of documents in blocks of Converse, for example <c>pdf</c>.</summary>
    public IReadOnlyList<string> DocumentTypes { get; init => field = value ?? []; } = [];

    /// <summary>What the address of a file in a host's own format begins with, for example <c>s3://</c>.</summary>
    public IReadOnlyList<string> Buckets { get; init => field = value ?? []; } = [];

    /// <summary>Methods whose data may have no images although the host takes them.</summary>
    public IReadOnlyList<TuningMethod> NotFor { get; init => field = value ?? []; } = [];

    /// <summary>Most images in one example.</summary>
    public int? MaxPerExample { get; init; }

    /// <summary>Most bytes of one image.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Most examples with images in one file.</summary>
    public long? MaxExamplesWithImages { get; init; }
}
