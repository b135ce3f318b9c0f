using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Cache;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Planning;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Projects;

/// <summary>A project whose data was linted and compared with its lock.</summary>
/// <param name="Project">The project.</param>
/// <param name="Report">What linting found.</param>
/// <param name="Lock">The lock as it was read.</param>
/// <param name="Plan">What a release would do.</param>
internal sealed record Checked(Project Project, LintReport Report, LockReading Lock, Plan Plan)
{
    /// <summary>What stops a release: errors of the data, the manifest and the lock.</summary>
    public IReadOnlyList<Finding> Errors =>
        [.. Report.Findings.Concat(SharedDigests.Find(Plan)).Concat(Lock.Findings).Where(finding => finding.Severity is Severity.Error).Distinct()];

    /// <summary>Lints and plans.</summary>
    /// <param name="call">The run.</param>
    /// <param name="emulator">Whether the emulator takes the place of every provider.</param>
    /// <param name="ask">What is asked of a manifest on a day.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="FindingsException">The manifest can't be read.</exception>
    public static Checked Read(Invocation call, bool emulator, Func<string, DateOnly, LintRequest> ask, CancellationToken cancellation)
    {
        var path = ManifestPath.Find(call);
        using var progress = new ProgressLine(call, "reading", () => DataPaths.TotalBytes(call, path, []));
        var request = ask(path, call.Surroundings.Today()) with { AllowedOutside = call.AllowedOutside, Progress = progress };
        string[] folders = LintCache.FolderBeside(path) is { } cache ? [cache] : [];
        var report = new LintCache(Linter.Lint, ProductVersion.Build).Lint(request, folders, cancellation).Report;
        if ((report.Manifest ?? ManifestReader.Read(path, call.AllowedOutside).Manifest) is not { } manifest)
        {
            throw new FindingsException(report.Findings);
        }
        var project = Project.Of(manifest, emulator);
        var locked = project.ReadLock();
        return new(project, report, locked, Planner.Plan(manifest, locked.Lock, ModelData.Of(manifest, report.Datasets, report.Contracts), project.Emulated));
    }
}
