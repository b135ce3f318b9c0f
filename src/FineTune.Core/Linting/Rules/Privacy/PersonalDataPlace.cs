namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>A value in which somebody's data may stand.</summary>
/// <param name="Node">Its node.</param>
/// <param name="IsAnswer">Whether it is the text of an answer.</param>
internal readonly record struct PersonalDataPlace(int Node, bool IsAnswer);
