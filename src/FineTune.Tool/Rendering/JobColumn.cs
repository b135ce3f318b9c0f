using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Rendering;

/// <summary>What a job is doing, as text: the library's own column takes it for markup.</summary>
internal sealed class JobColumn : ProgressColumn
{
    private readonly ConcurrentDictionary<int, Paragraph> jobs = new();

    /// <summary>Says what a job is doing now.</summary>
    public void Set(ProgressTask task, Paragraph line) => jobs[task.Id] = line;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => jobs.TryGetValue(task.Id, out var line) ? line : Paint.Nothing;
}
