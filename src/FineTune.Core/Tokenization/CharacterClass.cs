namespace FineTune.Core.Tokenization;

/// <summary>What a character is to the pre-tokenizers. The numbers are those of <c>unicode.classes</c>.</summary>
internal static class CharacterClass
{
    /// <summary>Punctuation, symbols, control characters, and whatever has no class of its own.</summary>
    public const int Other = 0;

    /// <summary>Upper or title case: Lu, Lt.</summary>
    public const int Upper = 1;

    /// <summary>Lower case: Ll.</summary>
    public const int Lower = 2;

    /// <summary>Letters without case: Lm, Lo.</summary>
    public const int Caseless = 3;

    /// <summary>Marks: Mn, Mc, Me.</summary>
    public const int Mark = 4;

    /// <summary>Numbers: Nd, Nl, No.</summary>
    public const int Number = 5;

    /// <summary>White space but for line ends.</summary>
    public const int Space = 6;

    /// <summary>Carriage return or line feed.</summary>
    public const int LineEnd = 7;

    /// <summary>How many classes there are.</summary>
    public const int Count = 8;
}
