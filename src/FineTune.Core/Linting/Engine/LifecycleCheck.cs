using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting.Engine;

/// <summary>Judges the base models of a manifest by the day.</summary>
internal sealed class LifecycleCheck(DateOnly today, bool endsAreErrors)
{
    /// <summary>FT7005, FT7006 and FT7009, at the base model's place in the manifest.</summary>
    public IReadOnlyList<Finding> Run(FineTuneManifest manifest) =>
    [
        .. manifest.Models.SelectMany(Check),
        .. manifest.Models.DistinctBy(model => model.Provider.Profile).SelectMany(model => Support(ProfileCatalog.Find(model.Provider.Profile), model.BaseModel.Where.Path, model.BaseModel.Where.Range)),
    ];

    /// <summary>FT7005 as a notice, where the host no longer supports what it still offers.</summary>
    public static IReadOnlyList<Finding> Support(Profile? profile, string path, TextRange place) => profile?.Unsupported is { } fact
        ? [Finding.Of(LifecycleRules.Deprecated, path, place, $"{profile.Title} says that it no longer supports fine-tuning, and does not document its API since {fact.Day:yyyy-MM-dd}; the data is held against the last documentation") with { Severity = Severity.Info }]
        : [];

    private List<Finding> Check(ModelSettings model)
    {
        var findings = new List<Finding>();
        if (ProfileCatalog.Find(model.Provider.Profile) is not { Models.Count: > 0 } profile)
        {
            return findings;
        }
        if (BaseModelLife.Of(profile, model.BaseModel.Value) is not { } life)
        {
            var hint = DidYouMean.Of(model.BaseModel.Value, profile.Models.Select(candidate => candidate.Id));
            findings.Add(At(model, LifecycleRules.UnknownModel, $"{SafeText.Quote(model.BaseModel.Value)} is not in the catalog of {profile.Title}: its limits, price and dates cannot be checked{hint}"));
            return findings;
        }
        var known = life.Model;
        if (known.TrainedByIdOnly && known.Aliases.Contains(model.BaseModel.Value))
        {
            findings.Add(At(model, LifecycleRules.UnknownModel, $"{SafeText.Quote(model.BaseModel.Value)} is a name that the model answers to; {profile.Title} trains it as {SafeText.Quote(known.Id)}"));
        }
        var elsewhere = Elsewhere(profile, known);
        AddIf(findings, model, life.NoNewJobsAfter, fact => Training(profile, known, fact) + elsewhere, lastDayCounts: true);
        AddIf(findings, model, life.ShutDown, fact => Shutdown(known, fact, today), lastDayCounts: false);
        return findings;
    }

    private void AddIf(List<Finding> findings, ModelSettings model, DatedFact? fact, Func<DatedFact, string> message, bool lastDayCounts)
    {
        if (fact is null)
        {
            return;
        }
        var hasEnded = lastDayCounts ? today > fact.Day : today >= fact.Day;
        if (hasEnded)
        {
            findings.Add(At(model, LifecycleRules.ShutDown, message(fact)) with { Severity = endsAreErrors ? Severity.Error : Severity.Warning });
        }
        else if (BaseModelLife.IsSoon(fact.Day, today))
        {
            findings.Add(At(model, LifecycleRules.Deprecated, message(fact)));
        }
    }

    private string Training(Profile profile, CatalogModel model, DatedFact fact) => today > fact.Day
        ? $"{profile.Title} takes no new fine-tuning jobs for {model.Id} since {fact.Day:yyyy-MM-dd}"
        : $"{profile.Title} takes no new fine-tuning jobs for {model.Id} after {fact.Day:yyyy-MM-dd} ({Amount.Of(fact.Day.DayNumber - today.DayNumber, "day")} left)";

    /// <summary>What is said of a model's end.</summary>
    public static string Shutdown(CatalogModel model, DatedFact fact, DateOnly today)
    {
        var replacement = model.Replacement is { } named ? $"; the provider names {named} as replacement" : "";
        return today >= fact.Day
            ? $"{model.Id}, and what was tuned from it, was shut down on {fact.Day:yyyy-MM-dd}{replacement}"
            : $"{model.Id}, and what was tuned from it, is shut down on {fact.Day:yyyy-MM-dd} ({Amount.Of(fact.Day.DayNumber - today.DayNumber, "day")} left){replacement}";
    }

    /// <summary>Where the same data can still be trained: hosts whose catalog has the model, else those that take the format.</summary>
    private string Elsewhere(Profile here, CatalogModel model)
    {
        var others = ProfileCatalog.Names
            .Where(name => name != here.Name && name is not ("generic" or "emulator"))
            .Select(name => ProfileCatalog.Find(name)!)
            .Select(profile => (profile.Title, Life: BaseModelLife.Of(profile, model.Id)))
            .Where(other => other.Life is not null && !(other.Life.End?.Day <= today))
            .Select(other => other.Life!.End is { } end ? $"{other.Title} (until {end.Day:yyyy-MM-dd})" : other.Title)
            .ToList();
        var host = others.Count > 0 ? $"it can still be trained at {InWords.Or(others)}, and " : "";
        return $"; {host}the same data trains open models at hosts with the same API and with local trainers (provider kinds openai_compatible and exec)";
    }

    private static Finding At(ModelSettings model, Rule rule, string message) => Finding.Of(rule, model.BaseModel.Where.Path, model.BaseModel.Where.Range, message);
}
