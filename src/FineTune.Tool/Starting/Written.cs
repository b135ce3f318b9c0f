namespace FineTune.Tool.Starting;

/// <summary>What became of a file that <c>init</c> wanted to write.</summary>
internal enum Written
{
    /// <summary>It was there and stays as it is.</summary>
    Kept,

    /// <summary>It is there now.</summary>
    New,

    /// <summary>It was there, and got the lines that it lacked.</summary>
    Extended,
}
