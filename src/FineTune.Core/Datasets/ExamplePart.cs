namespace FineTune.Core.Datasets;

/// <summary>A part of an example as a model reads it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">Its node; of a message that of its role, -1 where only <paramref name="Role"/> says it.</param>
/// <param name="Role">Who speaks; of a message alone.</param>
/// <param name="Name">The node of the speaker's name, a string; -1 for none.</param>
/// <param name="IsTrained">Whether a model is trained to write it.</param>
internal readonly record struct ExamplePart(ExamplePartKind Kind, int Node, MessageRole Role = MessageRole.Unknown, int Name = -1, bool IsTrained = false);
