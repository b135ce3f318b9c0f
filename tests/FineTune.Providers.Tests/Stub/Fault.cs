namespace FineTune.Providers.Tests.Stub;

/// <summary>What goes wrong with a call.</summary>
public enum Fault
{
    ResetBefore,
    ResetAfter,
    HangBefore,
    HangAfter,
    HalfAnswer,
    NotJson,
    EmptyObject,
    Trickle,
    Status400,
    Status401,
    Status403TrainingNotAvailable,
    Status404,
    Status409,
    Status429,
    Status500,
    Status500After,
    Status503,
}
