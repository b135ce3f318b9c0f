using System.Globalization;

namespace FineTune.Core.Lockfile;

/// <summary>The last checkpoint answers its training examples much better than the validation examples.</summary>
/// <param name="Ratio">Validation loss divided by training loss, at the last checkpoint.</param>
/// <param name="Since">Training step of the first checkpoint from which on the ratio is <see cref="LikelyFrom"/> or more.</param>
internal sealed record Overfit(double Ratio, int Since)
{
    /// <summary>From this ratio on it is likely.</summary>
    public const double LikelyFrom = 1.5;

    /// <summary>From this ratio on there is little doubt.</summary>
    public const double StrongFrom = 2;

    /// <summary>For example <c>likely</c>.</summary>
    public string Strength => Ratio >= StrongFrom ? "strongly" : "likely";

    /// <summary>As a sentence's end, for example <c>overfits, likely: validation loss 1.7 times training loss, 1.5 times or more since step 40</c>.</summary>
    public string Words =>
        $"overfits, {Strength}: validation loss {Ratio.ToString("0.0", CultureInfo.InvariantCulture)} times training loss, {LikelyFrom.ToString(CultureInfo.InvariantCulture)} times or more since step {Since}";
}
