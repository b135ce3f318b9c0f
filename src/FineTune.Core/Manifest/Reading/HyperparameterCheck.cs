using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Checks hyperparameters against the ranges of a host.</summary>
/// <param name="profile">The host.</param>
/// <param name="method">How the model is trained.</param>
/// <param name="othersAllowed">Whether names that the profile does not have are fine: a command of the user's own takes what it likes.</param>
/// <param name="findings">Takes FT0003 and FT0004.</param>
internal sealed class HyperparameterCheck(Profile profile, TuningMethod method, bool othersAllowed, FindingList findings)
{
    public void Check(YamlMapping? hyperparameters)
    {
        foreach (var entry in hyperparameters?.Entries ?? [])
        {
            CheckOne(entry);
        }
    }

    private void CheckOne(YamlEntry entry)
    {
        var name = entry.Key.Value;
        if (!profile.Job.Hyperparameters.TryGetValue(name, out var range))
        {
            if (othersAllowed)
            {
                return;
            }
            var known = profile.Job.Hyperparameters.Where(known => known.Value.IsFor(method)).Select(known => known.Key).Order(StringComparer.Ordinal).ToArray();
            var hint = DidYouMean.Of(name, known);
            findings.Add(ManifestRules.UnknownKey, entry.Key.Where, $"{profile.Title} knows no hyperparameter {SafeText.Quote(name)}{(hint.Length > 0 ? hint : $"; it knows {InWords.And(known)}")}");
        }
        else if (!range.IsFor(method))
        {
            findings.Add(ManifestRules.Value, entry.Key.Where, $"{SafeText.Quote(name)} is for {InWords.And([.. range.Methods.Select(TuningMethods.Name)])} only; the method here is {method.Name()}");
        }
        else if (entry is { IsEmpty: false, Value: YamlScalar scalar } && !Fits(range, scalar))
        {
            findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(name)} is {SafeText.Quote(scalar.Value)}; it must be {range.Wanted}");
        }
    }

    private static bool Fits(HyperparameterRange range, YamlScalar scalar) => range.Flag
        ? scalar.Flag is not null
        : range.Fits(scalar.Value) || (scalar.Number is { } number && range.Fits(number, scalar.Whole is not null));
}
