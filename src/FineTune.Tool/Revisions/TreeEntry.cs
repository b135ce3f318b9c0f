namespace FineTune.Tool.Revisions;

/// <summary>A file of a git tree.</summary>
/// <param name="Mode">Its mode, for example <c>100644</c>; <c>120000</c> is a link.</param>
/// <param name="Blob">Name of the object with its content.</param>
/// <param name="Path">Path from the root of the tree, with <c>/</c>.</param>
internal sealed record TreeEntry(string Mode, string Blob, string Path)
{
    /// <summary>Whether it is a symbolic link: the content is where it leads.</summary>
    public bool IsLink => Mode == "120000";
}
