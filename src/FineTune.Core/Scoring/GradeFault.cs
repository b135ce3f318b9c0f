namespace FineTune.Core.Scoring;

/// <summary>Why a grader could give no reward.</summary>
internal enum GradeFault
{
    None,

    /// <summary>A template names what neither the item nor the sample has.</summary>
    InvalidVariable,

    /// <summary>A template reads the sample as JSON, which it is not.</summary>
    SampleIsNotJson,

    /// <summary>A text is too long to compare.</summary>
    TooLong,

    /// <summary>The formula cannot be read.</summary>
    Formula,

    /// <summary>The formula has no finite value, as a division by zero.</summary>
    NotFinite,
}
