namespace FineTune.Core.Linting.Diagnosis;

/// <summary>What can be done with a file that is no JSONL file.</summary>
internal enum FileShapeKind
{
    /// <summary>Nothing: it is not the data, or in a form that no program can read examples from.</summary>
    Foreign,

    /// <summary>It is text in another encoding.</summary>
    OtherEncoding,

    /// <summary>The lines of a Markdown fence stand around it.</summary>
    Fenced,

    /// <summary>Comments stand before what is no JSONL either.</summary>
    Commented,

    /// <summary>It is a document as a whole.</summary>
    Document,

    /// <summary>Each line is one thing instead of an object.</summary>
    Lines,
}
