using FineTune.Fuzz.Targets;

namespace FineTune.Fuzz;

/// <summary>Every target.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } = [new DatasetTarget(), new FixTarget(), new ManifestTarget(), new LockTarget(), new ProfileTarget(), new BaselineTarget()];

    public static FuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
}
