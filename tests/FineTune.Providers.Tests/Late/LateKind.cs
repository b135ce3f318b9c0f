namespace FineTune.Providers.Tests.Late;

/// <summary>How a create call comes to arrive late.</summary>
internal enum LateKind
{
    /// <summary>The release is killed while the call is on its way, and run again at once.</summary>
    Killed,

    /// <summary>The connection breaks, and the call arrives all the same.</summary>
    Lost,

    /// <summary>A gateway answers 504, and passes the call on later.</summary>
    TimedOut,

    /// <summary>A gateway passes the call on, and again later.</summary>
    Repeated,
}
