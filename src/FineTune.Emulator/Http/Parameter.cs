namespace FineTune.Emulator.Http;

/// <summary>A parameter of a request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its value is.</param>
internal sealed record Parameter(string Name, ParameterKind Kind)
{
    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int? MostLength { get; init; }

    /// <summary>The texts that it may be; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A part of the API that the emulator does not play: only null, or false, goes through.</summary>
    public bool Unplayed { get; init; }

    public static Parameter Text(string name, int? mostLength = null) => new(name, ParameterKind.Text) { MostLength = mostLength };

    public static Parameter OneOf(string name, params string[] words) => new(name, ParameterKind.Text) { Words = words };

    public static Parameter Number(string name, double min, double max) => new(name, ParameterKind.Number) { Min = min, Max = max };

    public static Parameter Whole(string name, double? min = null, double? max = null) => new(name, ParameterKind.Whole) { Min = min, Max = max };

    public static Parameter Flag(string name) => new(name, ParameterKind.Flag);

    public static Parameter Object(string name) => new(name, ParameterKind.Object);

    public static Parameter List(string name, int? mostLength = null) => new(name, ParameterKind.List) { MostLength = mostLength };

    public static Parameter Any(string name) => new(name, ParameterKind.Any);

    public static Parameter NotPlayed(string name) => new(name, ParameterKind.Any) { Unplayed = true };
}
