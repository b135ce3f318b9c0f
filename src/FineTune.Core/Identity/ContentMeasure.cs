namespace FineTune.Core.Identity;

/// <summary>What identifies content: its hash and its size.</summary>
/// <param name="Sha256">SHA-256 of the normalised bytes, lower-case hex.</param>
/// <param name="Bytes">Normalised bytes.</param>
/// <param name="Examples">Lines that are not blank.</param>
internal sealed record ContentMeasure(string Sha256, long Bytes, long Examples);
