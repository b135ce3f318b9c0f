using System.Text.Json;

namespace FineTune.Core.Lockfile;

/// <summary>A JSON value with the place it is written at.</summary>
internal sealed class LockNode
{
    private List<LockMember>? members;

    private List<LockNode>? items;

    public required JsonTokenType Kind { get; init; }

    /// <summary>Offset of its first byte.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after its last byte.</summary>
    public int End { get; set; }

    /// <summary>A string's value, a number's text; null for everything else.</summary>
    public string? Text { get; init; }

    /// <summary>An object's members, in order.</summary>
    public IReadOnlyList<LockMember> Members => members ?? [];

    /// <summary>A list's items.</summary>
    public IReadOnlyList<LockNode> Items => items ?? [];

    /// <summary>What it is, in a message.</summary>
    public string Description => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };

    public void Add(LockMember member) => (members ??= []).Add(member);

    public void Add(LockNode item) => (items ??= []).Add(item);
}
