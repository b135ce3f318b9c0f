namespace FineTune.Providers.Tests.Late;

/// <summary>The end of a process, as far as one process can play it: nobody catches it.</summary>
internal sealed class Killed : Exception;
