namespace FineTune.Core.Counting;

/// <summary>Parts of an example whose tokens no host documents to the token.</summary>
[Flags]
internal enum TokenEstimates
{
    /// <summary>Nothing: text only.</summary>
    None = 0,

    /// <summary>The overhead of messages and names, as the OpenAI cookbook counts it.</summary>
    ChatFormat = 1,

    /// <summary>Declared tools, rendered as we know them.</summary>
    Tools = 2,

    /// <summary>Tool calls, counted as their JSON.</summary>
    ToolCalls = 4,

    /// <summary>Images whose size is known.</summary>
    Images = 8,

    /// <summary>Images whose size is not known, since nothing is fetched.</summary>
    UnknownImages = 16,
}
