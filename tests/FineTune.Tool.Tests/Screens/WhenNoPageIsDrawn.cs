using FineTune.Tool.Tests.Releasing;

namespace FineTune.Tool.Tests.Screens;

/// <summary>A tool whose library for screens can't be loaded.</summary>
public sealed class WhenNoPageIsDrawn : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly string tool;

    public WhenNoPageIsDrawn()
    {
        workspace.WriteModel("openai");
        tool = Directory.CreateDirectory(workspace.PathOf("tool")).FullName;
        foreach (var file in Directory.EnumerateFiles(ToolUnderTest.PortableFolder))
        {
            File.Copy(file, Path.Combine(tool, Path.GetFileName(file)));
        }
        foreach (var library in new[] { "Spectre.Console.dll", "Spectre.Console.Ansi.dll" })
        {
            File.WriteAllText(Path.Combine(tool, library), "");
        }
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("lint")]
    [InlineData("lint --format json")]
    [InlineData("lint --verbosity detailed")]
    [InlineData("fix --dry-run")]
    [InlineData("explain FT2009")]
    [InlineData("schema")]
    public void ItIsNotLoaded(string command)
    {
        var run = workspace.Bash($"dotnet '{tool}/finetune.dll' {command}");

        run.ExitCode.ShouldBe(0, run.Error);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("lint --help")]
    public void WhatDrawsOneNeedsIt(string command) => workspace.Bash($"dotnet '{tool}/finetune.dll' {command} 2>/dev/null").ExitCode.ShouldNotBe(0);

    public void Dispose() => workspace.Dispose();
}
