namespace FineTune.Core.Datasets.Json;

/// <summary>What a string holds that most strings do not.</summary>
[Flags]
internal enum StringTraits : byte
{
    None = 0,

    /// <summary>A backslash: the bytes are not yet the text.</summary>
    Escaped = 1,

    /// <summary>A <c>\uD800</c>–<c>\uDFFF</c> without its pair.</summary>
    LoneSurrogate = 2,

    /// <summary>U+0000, written as an escape.</summary>
    Nul = 4,

    /// <summary>An escape for what can also be written otherwise: <c>\uXXXX</c> or <c>\/</c>.</summary>
    LongEscaped = 8,

    /// <summary>An escape for a control character other than U+0000, tab and the ends of lines.</summary>
    Control = 16,

    /// <summary>The name of a property that counts as absent: walks pass over it.</summary>
    LeftOut = 32,
}
