namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>What a schema of an object says of null under a key.</summary>
internal enum NullTaking
{
    /// <summary>It takes null, or what it says is not known.</summary>
    Takes,

    /// <summary>It refuses null.</summary>
    Refuses,

    /// <summary>It declares other keys, and lets this one pass.</summary>
    LetsPass,
}
