using System.Globalization;
using System.Text.Json;

namespace FineTune.Core.Catalog;

/// <summary>
/// A value of a profile: of its own file and, below it, of those that it extends. As RFC 7396 has it, maps merge,
/// null takes a member away, everything else replaces.
/// </summary>
/// <param name="place">Where it stands, for messages.</param>
/// <param name="layers">The nearest file's value first; several only where all are objects.</param>
internal sealed class ProfileNode(string place, JsonElement[] layers)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The text of a string.</summary>
    public string AsText() => layers[0].ValueKind == JsonValueKind.String ? layers[0].GetString()! : throw Wrong("is no string");

    public string Text(string name) => Required(name).AsText();

    public string? TextOrNull(string name) => Find(name)?.AsText();

    public bool Flag(string name) => Required(name).AsFlag();

    public bool FlagOrFalse(string name) => Find(name)?.AsFlag() ?? false;

    public int? Int32(string name) => Find(name)?.AsInt32();

    /// <summary>The value of a whole number.</summary>
    public int AsInt32() => IsNumber && First.TryGetInt32(out var value) ? value : throw Wrong("is no whole number");

    public long? Int64(string name) => Find(name) is { } node ? node.IsNumber && node.First.TryGetInt64(out var value) ? value : throw node.Wrong("is no whole number") : null;

    public double? Number(string name) => Find(name) is { } node ? node.IsNumber ? node.First.GetDouble() : throw node.Wrong("is no number") : null;

    public decimal? Amount(string name) => Find(name)?.AsDecimal();

    public decimal AsDecimal() => IsNumber ? First.GetDecimal() : throw Wrong("is no number");

    /// <summary>A date: <c>2026-11-22</c>.</summary>
    public DateOnly Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Wrong($"{name} is no date");

    public ProfileNode Object(string name) => Required(name);

    public ProfileNode? ObjectOrNull(string name) => Find(name);

    public IReadOnlyList<T> List<T>(string name, Func<ProfileNode, T> read) => Required(name).Items(read);

    public IReadOnlyList<T> ListOrEmpty<T>(string name, Func<ProfileNode, T> read) => Find(name)?.Items(read) ?? [];

    public IReadOnlyDictionary<string, T> Map<T>(string name, Func<ProfileNode, T> read) => Required(name).Entries(read);

    public IReadOnlyDictionary<string, T> MapOrEmpty<T>(string name, Func<ProfileNode, T> read) => Find(name)?.Entries(read) ?? new Dictionary<string, T>();

    /// <summary>Says that all members which there may be were asked for.</summary>
    /// <exception cref="JsonException">There is another.</exception>
    public T Done<T>(T made) => Names().FirstOrDefault(name => !known.Contains(name)) is { } unknown
        ? throw Wrong($"\"{unknown}\" is not known here")
        : made;

    /// <summary>A fault of the file.</summary>
    public JsonException Wrong(string fault) => new($"{place}: {fault}");

    private JsonElement First => layers[0];

    private bool IsNumber => First.ValueKind == JsonValueKind.Number;

    private bool AsFlag() => First.ValueKind is JsonValueKind.True or JsonValueKind.False ? First.GetBoolean() : throw Wrong("is neither true nor false");

    private ProfileNode Required(string name) => Find(name) ?? throw Wrong($"{name} is missing");

    private ProfileNode? Find(string name)
    {
        known.Add(name);
        var found = new List<JsonElement>();
        foreach (var layer in layers)
        {
            if (layer.ValueKind != JsonValueKind.Object)
            {
                throw Wrong("is no object");
            }
            if (!layer.TryGetProperty(name, out var value))
            {
                continue;
            }
            if (value.ValueKind == JsonValueKind.Object)
            {
                found.Add(value);
                continue;
            }
            if (found.Count == 0 && value.ValueKind != JsonValueKind.Null)
            {
                found.Add(value);
            }
            break;
        }
        return found.Count == 0 ? null : new ProfileNode($"{place}.{name}", [.. found]);
    }

    private T[] Items<T>(Func<ProfileNode, T> read)
    {
        if (First.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("is no list");
        }
        var items = new T[First.GetArrayLength()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(new ProfileNode($"{place}[{i}]", [First[i]]));
        }
        return items;
    }

    private Dictionary<string, T> Entries<T>(Func<ProfileNode, T> read)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var name in Names())
        {
            if (Find(name) is { } value)
            {
                entries.Add(name, read(value));
            }
        }
        return entries;
    }

    /// <summary>The names of all members, those of the farthest file first.</summary>
    private List<string> Names()
    {
        var names = new List<string>();
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            foreach (var property in layers[i].EnumerateObject())
            {
                if (!names.Contains(property.Name))
                {
                    names.Add(property.Name);
                }
            }
        }
        return names;
    }
}
