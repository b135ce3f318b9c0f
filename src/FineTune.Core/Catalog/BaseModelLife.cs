namespace FineTune.Core.Catalog;

/// <summary>How long a base model lasts at a host, as the catalog knows it.</summary>
/// <param name="Model">The base model.</param>
/// <param name="NoNewJobsAfter">The last day on which the host takes jobs for it; null for none announced.</param>
internal sealed record BaseModelLife(CatalogModel Model, DatedFact? NoNewJobsAfter)
{
    private const int DaysOfNotice = 180;

    /// <summary>The day on which it, and what was tuned from it, stops answering; null for none announced.</summary>
    public DatedFact? ShutDown => Model.ShutDown;

    /// <summary>What ends first, and with it the training; null for nothing announced.</summary>
    public DatedFact? End => FirstOf(NoNewJobsAfter, ShutDown);

    /// <summary>The life of a model; null where the host's catalog does not know it.</summary>
    /// <param name="profile">The host.</param>
    /// <param name="model">The model's name.</param>
    public static BaseModelLife? Of(Profile? profile, string model) =>
        profile?.FindModel(model) is { } known ? new(known, FirstOf(profile.NoNewJobsAfter, known.TrainingEnds)) : null;

    /// <summary>Whether a day is so near that it is said, or over.</summary>
    public static bool IsSoon(DateOnly day, DateOnly today) => day.DayNumber - today.DayNumber <= DaysOfNotice;

    private static DatedFact? FirstOf(DatedFact? left, DatedFact? right) => left is null || (right is not null && right.Day < left.Day) ? right : left;
}
