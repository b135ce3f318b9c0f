using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Planning;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Build.Tests.Support;

/// <summary>Locks as a release leaves them, made without a release.</summary>
internal static class Locks
{
    public const string ModelId = "ft:gpt-4.1-mini-2025-04-14:contoso:support:AbC123";

    /// <summary>Writes the lock of a manifest whose models were all trained on the data as it is now.</summary>
    public static void Train(Solution solution, string manifestPath = "finetune.yml", bool emulated = false, string id = ModelId)
    {
        var manifest = ManifestReader.Read(solution.At(manifestPath), []).Manifest!;
        var data = manifest.Models.Select(model => ModelData.Measure(manifest, model, CancellationToken.None)).ToList();
        var locked = LockEdit.New("0123456789abcdef0123456789abcdef");
        foreach (var model in Planner.Plan(manifest, locked, data, emulated).Models)
        {
            var attempt = Attempt(manifest, model, "ftjob-" + model.Name, day: 10);
            locked = LockEdit.Promote(locked.With(model.Name, attempt), model.Name, attempt, new(id) { FinishedAt = new(2026, 1, 10, 9, 0, 0, TimeSpan.Zero) });
        }
        LockWriter.Write(emulated ? Path.ChangeExtension(manifest.Path, null) + ".emulator.lock.json" : manifest.LockPath, locked);
        File.SetLastWriteTimeUtc(emulated ? Path.ChangeExtension(manifest.Path, null) + ".emulator.lock.json" : manifest.LockPath, DateTime.UtcNow.AddHours(-1));
    }

    /// <summary>Adds an attempt that has not ended to the lock, for the data as it is now.</summary>
    public static void Begin(Solution solution)
    {
        var manifest = ManifestReader.Read(solution.At("finetune.yml"), []).Manifest!;
        var data = manifest.Models.Select(model => ModelData.Measure(manifest, model, CancellationToken.None)).ToList();
        var locked = LockReader.Read(manifest.LockPath).Lock!;
        foreach (var model in Planner.Plan(manifest, locked, data).Models)
        {
            locked = locked.With(model.Name, Attempt(manifest, model, "ftjob-again", day: 12));
        }
        LockWriter.Write(manifest.LockPath, locked);
        File.SetLastWriteTimeUtc(manifest.LockPath, DateTime.UtcNow.AddMinutes(-30));
    }

    private static Attempt Attempt(FineTuneManifest manifest, PlannedModel model, string job, int day) =>
        ReleaseOrder.Of(manifest, model).Attempt with { State = AttemptState.Running, JobId = job, CreatedAt = new(2026, 1, day, 8, 0, 0, TimeSpan.Zero), Commit = null };
}
