namespace FineTune.Tool.Starting;

/// <summary>What became of a file that <c>init</c> wanted to write.</summary>
internal enum Written
{
    /// <summary>It was there and stays as it is.</summary>
    Kept,

    /// <summary>It was there, stays as it is, and is not what this version would write.</summary>
    Differs,

    /// <summary>It is there now.</summary>
    New,

    /// <summary>It was there, and another took its place.</summary>
    Replaced,

    /// <summary>It was there, and got the lines that it lacked.</summary>
    Extended,
}
