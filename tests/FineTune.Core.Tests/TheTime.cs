using System.Text.RegularExpressions;

namespace FineTune.Core.Tests;

/// <summary>The day and the time reach everything from the door of its process.</summary>
public sealed partial class TheTime
{
    // The command line, a trainer's keeper, the build, the emulator.
    private static readonly string[] Doors = ["Surroundings.cs", "Program.cs", "FineTuneTask.cs", "EmulatorClock.cs"];

    // What holds the days of files, which are the machine's, against the machine's own.
    private static readonly string[] AgesOfFiles = ["DataTokens.cs", "LintCache.cs", "ModelsFile.cs", "DatasetLint.cs"];

    [Fact]
    public void ComesInAtADoor() =>
        SourceLines.All().Where(line => MachineTime().IsMatch(line.Text)).Select(line => line.File).Except(Doors).Except(AgesOfFiles).ShouldBeEmpty();

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(UtcNow|Now|Today)|TimeProvider\.System)\b")]
    private static partial Regex MachineTime();
}
