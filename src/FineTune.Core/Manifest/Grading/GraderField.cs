namespace FineTune.Core.Manifest.Grading;

/// <summary>A field of a grader.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Required">Whether the grader cannot work without it.</param>
/// <param name="Words">The values that it may have; empty for any.</param>
internal sealed record GraderField(string Name, GraderFieldKind Kind, bool Required, params string[] Words);
