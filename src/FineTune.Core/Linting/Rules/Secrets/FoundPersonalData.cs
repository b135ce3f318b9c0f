using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>A value of personal data in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in the bytes of the text.</param>
/// <param name="Length">Its bytes.</param>
internal readonly record struct FoundPersonalData(PersonalDataKind Kind, int Start, int Length);
