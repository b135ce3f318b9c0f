namespace FineTune.Core.Identity;

/// <summary>A setting that differs between two trainings.</summary>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="Before">Canonical JSON; null for not set.</param>
/// <param name="After">Canonical JSON; null for not set.</param>
internal sealed record SettingChange(string Name, string? Before, string? After);
