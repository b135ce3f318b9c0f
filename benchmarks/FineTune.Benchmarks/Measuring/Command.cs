using System.Diagnostics;
using System.Globalization;
using FineTune.Benchmarks.Passes;

namespace FineTune.Benchmarks.Measuring;

/// <summary>A program with its first arguments, started anew for each reading.</summary>
internal sealed record Command(params string[] Words)
{
    public Command With(params string[] more) => new([.. Words, .. more]);

    /// <summary>What the program itself measured and printed.</summary>
    /// <exception cref="InvalidOperationException">It measured nothing, or failed.</exception>
    public IReadOnlyList<Measurement> Measured(string? folder = null)
    {
        Measurement[] measured = [.. Output(folder).Split('\n').Select(Measurement.Parse).OfType<Measurement>()];
        return measured.Length > 0 ? measured : throw new InvalidOperationException($"{this} measured nothing");
    }

    /// <summary>What it prints.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string Output(string? folder = null)
    {
        using var process = Process.Start(new ProcessStartInfo(Words[0], Words[1..]) { RedirectStandardOutput = true, WorkingDirectory = folder ?? "" })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{this} ended with {process.ExitCode}");
    }

    /// <summary>The whole process, by what the system says of it at its end.</summary>
    /// <param name="meter">The program that starts it and asks the system.</param>
    /// <param name="folder">Where it runs.</param>
    public WholeProcess Whole(Command meter, string folder)
    {
        var measured = meter.With(Words).Measured(folder)[0];
        return new WholeProcess(measured.Seconds, measured.Wall, double.Parse(measured.Note, CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Join(' ', Words);
}
