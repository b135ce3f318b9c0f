using FineTune.Tool.CommandLine;
using FineTune.Tool.Rendering;
using Spectre.Console;

namespace FineTune.Tool.Screens;

/// <summary>What moves on a terminal while a person waits.</summary>
internal static class Live
{
    /// <summary>Where it moves.</summary>
    public static IAnsiConsole Console(Invocation call) => Screen.Console(call.Surroundings.Error, call.Surroundings.Width, moves: true, call.WantsColor);

    /// <summary>Progress that is gone once the work is over.</summary>
    public static Progress Begin(IAnsiConsole console, params ProgressColumn[] columns) => console.Progress().AutoClear(true).Columns(columns);

    /// <summary>The bar.</summary>
    public static ProgressBarColumn Bar() => new() { Width = 30, CompletedStyle = Paint.Green, FinishedStyle = Paint.Green, RemainingStyle = Paint.Dim };
}
