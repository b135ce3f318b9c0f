using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FineTune.Benchmarks.Results;

/// <summary>What one run of <c>benchmarks/run</c> found, as it is kept in <c>benchmarks/results.json</c>.</summary>
internal sealed record StoredResults(DateOnly Date, Machine Machine, IReadOnlyDictionary<string, string> Versions, IReadOnlyList<Figure> Figures, IReadOnlyList<CountedText> CountedTexts)
{
    private static readonly ResultsJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>Whether machine code was measured; without a C compiler there is none.</summary>
    [JsonIgnore]
    public bool HasNative => Figures.Any(figure => figure.Ours.Name == Readings.Native);

    [JsonIgnore]
    public IEnumerable<Figure> Missed => Figures.Where(figure => figure.IsMet == false);

    public static StoredResults Parse(string text) => JsonSerializer.Deserialize(text, Json.StoredResults)!;

    public override string ToString() => JsonSerializer.Serialize(this, Json.StoredResults) + "\n";
}
