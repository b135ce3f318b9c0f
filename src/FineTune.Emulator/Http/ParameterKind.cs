namespace FineTune.Emulator.Http;

/// <summary>What the value of a parameter is, with the word that the API has for it.</summary>
internal enum ParameterKind
{
    Text,
    Whole,
    Number,
    Flag,
    Object,
    List,

    /// <summary>One of several kinds, which its reader tells apart.</summary>
    Any,
}
