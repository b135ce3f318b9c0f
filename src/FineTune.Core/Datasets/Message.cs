namespace FineTune.Core.Datasets;

/// <summary>One message: the tape's nodes of its parts, -1 for what it does not have.</summary>
internal struct Message
{
    /// <summary>The message itself; an object unless <see cref="IsObject"/> says otherwise.</summary>
    public int Node;

    public int RoleNode;

    public int Content;

    public int ToolCalls;

    public int ToolCallId;

    public int FunctionCall;

    public int Refusal;

    public int Weight;

    public int Name;

    public MessageRole Role;

    public MessageList List;

    public bool IsObject;

    /// <summary>Whether the message calls tools, in the new form or the old.</summary>
    public readonly bool Calls => ToolCalls >= 0 || FunctionCall >= 0;

    public readonly bool IsInstruction => Role is MessageRole.System or MessageRole.Developer;

    /// <summary>Whether it is the result of a call.</summary>
    public readonly bool IsResult => Role is MessageRole.Tool or MessageRole.Function;
}
