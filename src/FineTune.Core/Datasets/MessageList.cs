namespace FineTune.Core.Datasets;

/// <summary>Which list of an example a message stands in.</summary>
internal enum MessageList : byte
{
    /// <summary><c>messages</c>, or the <c>input.messages</c> of a preference example.</summary>
    Conversation,

    /// <summary><c>preferred_output</c>.</summary>
    Preferred,

    /// <summary><c>non_preferred_output</c>.</summary>
    NonPreferred,
}
