namespace FineTune.Core.Linting.Signals;

/// <summary>What a mark in a line hints at.</summary>
[Flags]
internal enum SignalKind : byte
{
    None = 0,

    /// <summary>The start of a key or token, or a word before one.</summary>
    Secret = 1,

    /// <summary>The name of an assistant or its vendor.</summary>
    Identity = 2,

    /// <summary>A letter that UTF-8 read as Windows-1252 gives.</summary>
    Mojibake = 4,

    /// <summary>A backslash as text before an <c>n</c> or a quote.</summary>
    EscapedTwice = 8,

    /// <summary>The start of a placeholder.</summary>
    Placeholder = 16,

    /// <summary>A mark of a chat template.</summary>
    ChatTemplate = 32,

    /// <summary>U+FFFD, not as an escape: what a decoder writes for what it could not read.</summary>
    Lost = 64,
}
