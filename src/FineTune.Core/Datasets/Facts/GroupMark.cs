namespace FineTune.Core.Datasets.Facts;

/// <summary>What an example shares with others of its customer, document or template.</summary>
/// <param name="Kind">What is shared.</param>
/// <param name="Key">Hash of the key that names a group; 0 for a passage or a template.</param>
/// <param name="Value">Hash of the name, the passage or the template.</param>
internal readonly record struct GroupMark(GroupKind Kind, ulong Key, ulong Value);
