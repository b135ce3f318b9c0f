namespace FineTune.Core.Datasets.Facts;

/// <summary>A value of personal data by its hash; the value itself is kept nowhere.</summary>
/// <param name="Hash">Hash of it without capitals, spaces and marks.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsOfUser">Whether it stands outside of answers: in what a user says, or in the arguments of a call.</param>
internal readonly record struct PersonalValue(ulong Hash, PersonalDataKind Kind, bool IsOfUser);
