using FineTune.Core.Linting;
using FineTune.Core.Lockfile;
using FineTune.Core.Planning;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Projects;

/// <summary>A project whose data was linted and compared with its lock.</summary>
/// <param name="Project">The project.</param>
/// <param name="Report">What linting found.</param>
/// <param name="Lock">The lock as it was read.</param>
/// <param name="Plan">What a release would do.</param>
internal sealed record Checked(Project Project, LintReport Report, LockReading Lock, Plan Plan)
{
    /// <summary>Lints and plans.</summary>
    /// <exception cref="FindingsException">The manifest can't be read.</exception>
    public static Checked Read(Invocation call, bool emulator, CancellationToken cancellation)
    {
        var path = ManifestPath.Find(call);
        using var progress = new ProgressLine(call, "reading", () => DataPaths.TotalBytes(call, path, []));
        var report = Linter.Lint(
            new LintRequest
            {
                ManifestPath = path,
                WithDigests = true,
                WithTokens = true,
                LifecycleAsErrors = true,
                AllowedOutside = call.AllowedOutside,
                Today = call.Surroundings.Today(),
                Progress = progress,
            },
            cancellation);
        if (report.Manifest is not { } manifest)
        {
            throw new FindingsException(report.Findings);
        }
        var project = Project.Of(manifest, emulator);
        var locked = project.ReadLock();
        return new(project, report, locked, Planner.Plan(manifest, locked.Lock, ModelData.Of(manifest, report.Datasets), project.Emulated));
    }
}
