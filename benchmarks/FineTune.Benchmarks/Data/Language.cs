namespace FineTune.Benchmarks.Data;

/// <summary>What a text is made of.</summary>
internal enum Language
{
    /// <summary>English, Markdown and code; one text in 25 in another script.</summary>
    Mixed,

    /// <summary>Ten other scripts and no English.</summary>
    International,

    /// <summary>Letters, digits and emoji above U+FFFF.</summary>
    BeyondFirstPlane,
}
