using FineTune.Core.Findings;

namespace FineTune.Core.Building;

/// <summary>What a build says of what it did not expect: FT9003.</summary>
internal static class InternalError
{
    /// <summary>The message; what happened inside is for who asks for it.</summary>
    public static string Describe(Exception e) => e is IOException or UnauthorizedAccessException
        ? $"a file could not be read or written: {SafeText.Clean(e.Message)}"
        : $"{e.GetType().Name}: {SafeText.Clean(e.Message)}; this is a fault of FineTune.Build, please report it with the output of -verbosity:diagnostic";
}
