namespace FineTune.Core.Datasets;

/// <summary>One message: the tape's nodes of its parts, -1 for what it does not have.</summary>
internal struct Message
{
    /// <summary>The message itself; an object unless <see cref="IsObject"/> says otherwise.</summary>
    public int Node;

    public int RoleNode;

    public int Content;

    /// <summary>What stands under <c>tool_calls</c>, of whatever kind; <see cref="CallList"/> says whether it calls.</summary>
    public int ToolCalls;

    public int ToolCallId;

    /// <summary>What stands under <c>function_call</c>, of whatever kind; <see cref="OldCall"/> says whether it calls.</summary>
    public int FunctionCall;

    /// <summary>The list of calls, which has one at least.</summary>
    public int CallList;

    /// <summary>The call in the older form, an object.</summary>
    public int OldCall;

    public int Refusal;

    public int Weight;

    public int Name;

    public MessageRole Role;

    public MessageList List;

    public bool IsObject;

    /// <summary>Whether the message calls tools, in the new form or the old.</summary>
    public readonly bool Calls => CallList >= 0 || OldCall >= 0;

    /// <summary>Whether something stands for its content: a call, a refusal, or what is no list where calls stand, which is a fault of its own.</summary>
    public readonly bool StandsWithoutContent(Example example) =>
        Calls || Refusal >= 0 || (ToolCalls >= 0 && example.Node(ToolCalls).Kind != Json.JsonKind.Array);

    public readonly bool IsInstruction => Role is MessageRole.System or MessageRole.Developer;

    /// <summary>Whether it is the result of a call.</summary>
    public readonly bool IsResult => Role is MessageRole.Tool or MessageRole.Function;
}
