namespace FineTune.Core.Datasets;

/// <summary>The shape of a line.</summary>
internal enum ExampleFormat : byte
{
    /// <summary>None that anybody knows.</summary>
    Unknown,

    /// <summary><c>messages</c>: supervised and reinforcement.</summary>
    Chat,

    /// <summary><c>input</c>, <c>preferred_output</c>, <c>non_preferred_output</c>.</summary>
    Preference,

    /// <summary><c>prompt</c>, <c>completion</c>.</summary>
    PromptCompletion,

    /// <summary>Together's <c>text</c>.</summary>
    Text,

    /// <summary>ShareGPT's <c>conversations</c> of <c>from</c> and <c>value</c>.</summary>
    ShareGpt,

    /// <summary>Alpaca's <c>instruction</c>, <c>input</c>, <c>output</c>.</summary>
    Alpaca,

    /// <summary>Bedrock's Converse: <c>schemaVersion</c>, content as a list of <c>{"text": …}</c>.</summary>
    Converse,

    /// <summary>Gemini's <c>contents</c> of <c>parts</c>.</summary>
    Gemini,

    /// <summary>TRL's <c>chosen</c> and <c>rejected</c>.</summary>
    ChosenRejected,

    /// <summary>Gemini's <c>contents</c> with <c>completions</c>, one scored 1 and one scored 0.</summary>
    GeminiPreference,
}
