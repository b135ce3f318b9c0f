namespace FineTune.Core.Datasets.Facts;

/// <summary>What examples of one group share.</summary>
internal enum GroupKind : byte
{
    /// <summary>The value of a key, such as <c>customer_id</c>.</summary>
    Name,

    /// <summary>A long passage of what the user says: a document.</summary>
    Passage,

    /// <summary>What the user says but for its digits.</summary>
    Template,
}
