using FineTune.Providers.Releasing.Orders;
using FineTune.Tool.Screens;
using Spectre.Console.Testing;

namespace FineTune.Tool.Tests.Screens;

public sealed class WhenAJobIsWatched
{
    [Fact]
    public async Task WhatItSaysIsTextAndCoversTheBars()
    {
        using var console = new TestConsole().Interactive().Width(40);

        await ProgressScreen.WatchAsync(console, TimeProvider.System, progress =>
        {
            progress.Show(new JobProgress("[bot]", "running", 40, 96, 0.5, null));
            progress.Say("[bot]", "read :fire: and [red] files, which takes two lines");
            progress.Warn("[bot]", "a\e[2Jb");
            return Task.FromResult(0);
        });

        var lines = console.Output.Split('\n');
        var said = Array.FindIndex(lines, line => line.Contains("[bot] read :fire: and [red] files,", StringComparison.Ordinal));
        said.ShouldBeGreaterThanOrEqualTo(0, console.Output);
        lines[said + 1].ShouldBe("takes two lines".PadRight(40));
        lines.ShouldContain("warning [bot] a\\u001b[2Jb".PadRight(40));
        console.Output.ShouldContain("step 40");
        console.Output.ShouldNotContain("🔥");
    }
}
