namespace FineTune.Core.Lockfile;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameNode">Where the name is written.</param>
/// <param name="Value">Its value.</param>
internal sealed record LockMember(string Name, LockNode NameNode, LockNode Value);
