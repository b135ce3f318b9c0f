namespace FineTune.Core.Manifest.Grading;

/// <summary>What the value of a grader's field is.</summary>
internal enum GraderFieldKind
{
    /// <summary>Text as it stands.</summary>
    Text,

    /// <summary>Text with templates: <c>{{item.x}}</c>, <c>{{sample.output_text}}</c>.</summary>
    Template,

    /// <summary>A list of messages whose content has templates.</summary>
    Messages,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>Two numbers, the smaller first.</summary>
    Range,

    /// <summary>A program in Python.</summary>
    Python,

    /// <summary>Other graders, by name or in a list.</summary>
    Graders,

    /// <summary>A formula over other graders.</summary>
    Formula,

    /// <summary>A mapping that is not judged.</summary>
    Free,
}
