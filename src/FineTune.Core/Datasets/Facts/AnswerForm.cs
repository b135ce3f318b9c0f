namespace FineTune.Core.Datasets.Facts;

/// <summary>What the last answer of an example is written in.</summary>
internal enum AnswerForm : byte
{
    /// <summary>No text: a call, or nothing.</summary>
    None,

    Prose,

    Json,

    Xml,

    /// <summary>One block between lines of <c>```</c>.</summary>
    Fenced,

    /// <summary>Starts as JSON and does not parse.</summary>
    BrokenJson,

    /// <summary>Starts as XML, and its tags do not close.</summary>
    BrokenXml,

    /// <summary>Starts with <c>```</c>, which never closes.</summary>
    BrokenFence,
}
