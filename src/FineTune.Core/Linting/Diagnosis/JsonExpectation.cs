namespace FineTune.Core.Linting.Diagnosis;

/// <summary>What JSON's grammar wants next.</summary>
internal enum JsonExpectation
{
    Value,
    Name,
    Colon,
    CommaOrClose,

    /// <summary>The line is complete.</summary>
    End,
}
