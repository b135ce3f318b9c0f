namespace FineTune.Core.Catalog;

/// <summary>What a host says about a byte-order mark.</summary>
internal enum ByteOrderMark
{
    /// <summary>Better without: uploads have none.</summary>
    Avoid,

    /// <summary>The host's documentation asks for one: uploads have it.</summary>
    Required,
}
