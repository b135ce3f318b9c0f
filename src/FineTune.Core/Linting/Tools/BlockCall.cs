namespace FineTune.Core.Linting.Tools;

/// <summary>A call of a tool, or its result, that stands in a block of content.</summary>
/// <param name="Message">Index of its message in the conversation.</param>
/// <param name="Key">Node of the key that says what the block is.</param>
/// <param name="Node">What stands under the key.</param>
/// <param name="IsResult">Whether it is a result.</param>
internal readonly record struct BlockCall(int Message, int Key, int Node, bool IsResult);
