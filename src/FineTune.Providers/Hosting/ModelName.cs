using System.Text.RegularExpressions;
using FineTune.Core.Catalog;

namespace FineTune.Providers.Hosting;

/// <summary>Names of one model: hosts answer to an alias with the dated name, or leave out whose model it is.</summary>
internal static partial class ModelName
{
    /// <summary>Whether two names mean the same model: equal, or one is the other with a date at its end or a path before it.</summary>
    public static bool IsSame(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return string.Equals(shorter, longer, StringComparison.OrdinalIgnoreCase)
            || (longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && Date().IsMatch(longer[shorter.Length..]))
            || longer.EndsWith('/' + shorter, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The same, with the other names that a host's profile knows.</summary>
    public static bool IsSame(string one, string other, Profile? profile) =>
        IsSame(one, other) || (!IsTuned(one) && !IsTuned(other) && profile?.FindModel(one) is { } known && profile.FindModel(other) == known);

    // A profile finds the base of a tuned model: that is another one to go on from.
    private static bool IsTuned(string model) => model.StartsWith("ft:", StringComparison.Ordinal) || model.Contains(".ft-", StringComparison.Ordinal);

    [GeneratedRegex(@"^-(\d{4}|\d{8}|\d{4}-\d{2}-\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
