using FineTune.Core.Building;
using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Writes the constants of the trained models, where they differ from what is there.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateModels : FineTuneTask
{
    /// <summary>The project's language as MSBuild names it: C#, VB or F#.</summary>
    [Required]
    public string Language { get; set; } = "";

    /// <summary>Namespace of the constants; empty for the global one.</summary>
    public string? Namespace { get; set; }

    /// <summary>Absolute path of the source file.</summary>
    [Required]
    public string Output { get; set; } = "";

    /// <summary>Faults of manifest and lock are left to the lint.</summary>
    public bool Silent { get; set; }

    private protected override void Run(CancellationToken cancellation) =>
        Report(new ModelsFile(Output, Language, Namespace ?? "", Settings).Write(Project(), Silent));
}
