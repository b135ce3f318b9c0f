namespace FineTune.Core.Generation;

/// <summary>The language that constants are written in.</summary>
internal enum SourceLanguage
{
    /// <summary>C# 7.3 and later.</summary>
    CSharp,

    /// <summary>Visual Basic.</summary>
    VisualBasic,

    /// <summary>F#.</summary>
    FSharp,
}
