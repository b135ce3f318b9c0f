using System.Globalization;

namespace FineTune.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Peer">Whom it is set beside; empty for nobody.</param>
/// <param name="Theirs">The peer's figure.</param>
/// <param name="AtLeast">What must be reached; null for what is told only.</param>
/// <param name="Aim">What is wanted.</param>
internal sealed record Figure(string Name, string Unit, double Ours, string Peer, double? Theirs, double? AtLeast, double? Aim)
{
    /// <summary>Whether a smaller figure is the better one.</summary>
    public bool LessIsBetter { get; init; }

    /// <summary>Whether the goals are set for the ratio to the peer, not for the figure.</summary>
    public bool IsRatio { get; init; }

    public static void WriteHead() =>
        Console.WriteLine("| figure | unit | ours | peer | theirs | ours / theirs | at least | aim | met |\n| --- | --- | --: | --- | --: | --: | --: | --: | --- |");

    public void Write()
    {
        var ratio = Ours / Theirs;
        var judged = IsRatio ? ratio!.Value : Ours;
        Console.WriteLine($"| {Name} | {Unit} | {Text(Ours)} | {Peer} | {Text(Theirs)} | {Text(ratio, 2)} | {Goal(AtLeast)} | {Goal(Aim)} | {Verdict(judged)} |");
    }

    private string Verdict(double judged) => AtLeast is null ? "" : Reaches(judged, Aim) ? "aim" : Reaches(judged, AtLeast) ? "yes" : "no";

    private bool Reaches(double judged, double? goal) => goal is { } wanted && (LessIsBetter ? judged <= wanted : judged >= wanted);

    private string Goal(double? goal) => goal is null ? "" : $"{(LessIsBetter ? "≤" : "≥")} {goal.Value.ToString(CultureInfo.InvariantCulture)}{(IsRatio ? " ×" : "")}";

    private static string Text(double? value, int? decimals = null) =>
        value is { } number ? number.ToString($"F{decimals ?? (number < 10 ? 2 : 1)}", CultureInfo.InvariantCulture) : "";
}
