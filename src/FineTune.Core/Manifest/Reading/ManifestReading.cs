using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Reading;

/// <summary>What came of reading a manifest.</summary>
/// <param name="Manifest">The manifest; null where its faults leave nothing to work with.</param>
/// <param name="Findings">FT0xxx findings, in order of place.</param>
internal sealed record ManifestReading(FineTuneManifest? Manifest, IReadOnlyList<Finding> Findings);
