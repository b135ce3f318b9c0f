using FineTune.Core.Datasets.Facts;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>A value of personal data in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in the bytes of the text.</param>
/// <param name="Length">Its bytes.</param>
internal readonly record struct FoundPersonalData(PersonalDataKind Kind, int Start, int Length);
