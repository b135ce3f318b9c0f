using System.Text.RegularExpressions;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Checks a model's settings against what its host offers.</summary>
/// <param name="profile">The host.</param>
/// <param name="method">How the model is trained.</param>
/// <param name="findings">Takes FT0004 and FT0012.</param>
internal sealed class ModelCheck(Profile profile, TuningMethod method, FindingList findings)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    private static readonly string[] ReinforcementKeys = ["grader", "response_format"];

    /// <summary>FT0012: neither host nor base model may lack the method; false where one does.</summary>
    public bool CheckMethod(YamlScalar name, YamlMapping settings)
    {
        var where = settings.Text("method")?.Where ?? name.Where;
        if (!profile.Methods.Contains(method))
        {
            findings.Add(ManifestRules.MethodNotOffered, where, ProfileCatalog.SisterOf(profile, method) is { } sister
                ? $"the profile {profile.Name} does not offer {method.Name()}; the profile {sister.Name} is for it"
                : $"{profile.Title} does not offer {method.Name()}; it offers {Offered(profile.Methods)}");
            return false;
        }
        if (settings.Text("base_model") is { } id && profile.FindModel(id.Value) is { } model && !model.Methods.Contains(method))
        {
            findings.Add(ManifestRules.MethodNotOffered, where, $"{profile.Title} does not offer {method.Name()} for {model.Id}; it offers {Offered(model.Methods)}");
            return false;
        }
        return true;
    }

    /// <summary>FT0004: reinforcement needs a grader and validation data, and nothing else takes its keys.</summary>
    public void CheckReinforcement(YamlScalar name, YamlMapping settings)
    {
        if (method is not TuningMethod.Reinforcement)
        {
            foreach (var key in ReinforcementKeys.Where(key => ModelReader.Filled(settings, key) is not null))
            {
                findings.Add(ManifestRules.Value, settings.Find(key)!.Key.Where, $"\"{key}\" is for reinforcement only; the method here is {method.Name()}");
            }
            return;
        }
        if (ModelReader.Filled(settings, "grader") is null)
        {
            findings.Add(ManifestRules.Value, name.Where, $"{SafeText.Quote(name.Value)} has no \"grader\", which reinforcement needs");
        }
        if (settings.Find("validation") is null)
        {
            findings.Add(ManifestRules.Value, name.Where, $"{SafeText.Quote(name.Value)} has no \"validation\", which reinforcement needs");
        }
    }

    /// <summary>FT0004: length and characters of the suffix.</summary>
    public void CheckSuffix(YamlMapping settings)
    {
        if (settings.Text("suffix") is not { Value.Length: > 0 } suffix)
        {
            return;
        }
        if (profile.Job.SuffixLength is not { } most)
        {
            findings.Add(ManifestRules.Value, suffix.Where, $"{profile.Title} takes no suffix");
        }
        else if (suffix.Value.Length > most)
        {
            findings.Add(ManifestRules.Value, suffix.Where, $"\"suffix\" has {suffix.Value.Length} characters; {profile.Title} takes at most {most}");
        }
        else if (profile.Job.SuffixPattern is { } pattern && !Regex.IsMatch(suffix.Value, pattern, RegexOptions.CultureInvariant, PatternTimeout))
        {
            findings.Add(ManifestRules.Value, suffix.Where, $"\"suffix\" is {SafeText.Quote(suffix.Value)}; {profile.Title} takes only what matches {pattern}");
        }
    }

    private static string Offered(IEnumerable<TuningMethod> methods) => InWords.And([.. methods.Select(TuningMethods.Name)]);
}
