using FineTune.Core.Catalog;

namespace FineTune.Core.Linting.Engine;

/// <summary>What is said of a line that is too long to check.</summary>
internal static class LineLimit
{
    public static string Message(long bytes, Profile profile) =>
        $"the line has {bytes:N0} bytes, more than the {profile.Limits.MaxLineBytes:N0} that a line may have; it was not checked";
}
