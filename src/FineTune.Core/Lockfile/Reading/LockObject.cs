using System.Globalization;
using System.Text;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile.Reading;

/// <summary>Reads the members of one object; says of each what is missing, of another type, or not known.</summary>
internal sealed class LockObject
{
    /// <summary>What <see cref="PlainId"/> takes.</summary>
    public const string IdInWords = "an ID of letters, digits and : . _ / -";

    /// <summary>Digits of a number that a message shows.</summary>
    private const int LongestNumber = 60;

    private readonly PlacedValue json;

    private readonly LockFaults faults;

    private readonly Dictionary<string, PlacedValue> members = new(StringComparer.Ordinal);

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public LockObject(PlacedValue json, LockFaults faults)
    {
        (this.json, this.faults) = (json, faults);
        if (json.Kind != JsonKind.Object)
        {
            faults.Add(json, $"this is {json.Description}; it must be an object");
        }
        foreach (var (name, value) in json.Members)
        {
            members[name.Text] = value;
        }
    }

    /// <summary>A member's value; null where it is missing or null.</summary>
    public PlacedValue? Find(string name)
    {
        known.Add(name);
        return members.TryGetValue(name, out var value) && value.Kind != JsonKind.Null ? value : null;
    }

    /// <summary>A member that must be there; its absence is reported.</summary>
    public PlacedValue? Need(string name)
    {
        var value = Find(name);
        // What is no object at all was reported as that.
        if (value is null && json.Kind == JsonKind.Object)
        {
            faults.Add(json.Start, json.Start + 1, $"\"{name}\" is missing");
        }
        return value;
    }

    public string NeedString(string name) => AsString(name, Need(name)) ?? "";

    public string? FindString(string name) => AsString(name, Find(name));

    public string NeedHash(string name) => As(name, Need(name), IsHash, "a SHA-256 of 64 lower-case hex digits") ?? "";

    public string NeedProject(string name) => As(name, Need(name), ProjectId.Is, ProjectId.InWords) ?? "";

    public string NeedId(string name) => As(name, Need(name), PlainId.Is, IdInWords) ?? "";

    public string? FindId(string name) => As(name, Find(name), PlainId.Is, IdInWords);

    /// <summary>A string that holds JSON of a kind, kept as it is written.</summary>
    public string? FindJson(string name, JsonKind kind, string what) => As(name, Find(name), text => IsJson(text, kind), what);

    public string? FindCommit(string name) => As(name, Find(name), IsCommit, "a git commit of 40 or 64 lower-case hex digits");

    public string NeedPath(string name) => As(name, Need(name), IsPath, "a path relative to the manifest, with /") ?? "";

    public string? FindAddress(string name) => As(name, Find(name), IsAddress, "an http or https address");

    public long NeedCount(string name) => AsCount(name, Need(name), long.MaxValue) ?? 0;

    public long? FindCount(string name) => AsCount(name, Find(name), long.MaxValue);

    public int NeedInt32(string name) => (int)(AsCount(name, Need(name), int.MaxValue) ?? 0);

    public int? FindInt32(string name) => (int?)AsCount(name, Find(name), int.MaxValue);

    /// <summary>Whether a member is true; where it is there it must be.</summary>
    public bool FindTrue(string name)
    {
        if (Find(name) is { Kind: not JsonKind.True } value)
        {
            faults.Add(value, $"\"{name}\" is {Shown(value)}; it must be true or missing");
        }
        return Find(name) is not null;
    }

    public decimal? FindMoney(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        if (value.Kind == JsonKind.Number
            && decimal.TryParse(value.Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var money) && money >= 0)
        {
            return money;
        }
        faults.Add(value, $"\"{name}\" is {Shown(value)}; it must be an amount of 0 or more");
        return null;
    }

    public DateTimeOffset? FindTime(string name)
    {
        if (FindString(name) is not { } text)
        {
            return null;
        }
        if (DateTimeOffset.TryParseExact(text, LockText.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }
        faults.Add(members[name], $"\"{name}\" is {SafeText.Quote(text)}; it must be a time such as \"2026-01-31T12:00:00Z\"");
        return null;
    }

    /// <summary>Items of a list; none where it is missing.</summary>
    public IEnumerable<PlacedValue> FindList(string name) => Of(JsonKind.Array, name, Find(name), "a list")?.Items ?? [];

    /// <summary>Members of an object that maps names to values; none where it is missing.</summary>
    public IEnumerable<(PlacedValue Name, PlacedValue Value)> FindMap(string name) => FindObject(name)?.Members ?? [];

    public PlacedValue? FindObject(string name) => Of(JsonKind.Object, name, Find(name), "an object");

    /// <summary>Reports the members that were never asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var (name, _) in json.Members.Where(member => !known.Contains(member.Name.Text)))
        {
            faults.Add(name, $"{SafeText.Quote(name.Text)} is not a member that a lock has here; it has {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }

    private string? AsString(string name, PlacedValue? value) => Of(JsonKind.String, name, value, "a string")?.Text;

    private PlacedValue? Of(JsonKind kind, string name, PlacedValue? value, string what)
    {
        if (value is { } other && other.Kind != kind)
        {
            faults.Add(other, $"\"{name}\" is {other.Description}; it must be {what}");
            return null;
        }
        return value;
    }

    private string? As(string name, PlacedValue? value, Func<string, bool> fits, string what)
    {
        var text = AsString(name, value);
        if (text is not null && !fits(text))
        {
            faults.Add(value!.Value, $"\"{name}\" is {SafeText.Quote(text)}; it must be {what}");
        }
        return text;
    }

    private long? AsCount(string name, PlacedValue? member, long most)
    {
        if (member is not { } value)
        {
            return null;
        }
        if (value.Kind == JsonKind.Number && long.TryParse(value.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= most)
        {
            return count;
        }
        faults.Add(value, $"\"{name}\" is {Shown(value)}; it must be a whole number from 0 to {most}");
        return null;
    }

    private static string Shown(PlacedValue value) =>
        value.Kind != JsonKind.Number ? value.Description : value.End - value.Start > LongestNumber ? $"{value.Text[..LongestNumber]}…" : value.Text;

    private static bool IsJson(string text, JsonKind kind) =>
        JsonFile.Read(Encoding.UTF8.GetBytes(text), out _) is { LoneSurrogate: null } json && json.Root.Kind == kind;

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsCommit(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsPath(string text) => text.Length > 0 && text[0] != '/' && !text.Any(c => char.IsControl(c) || c == '\\') && !(text.Length > 1 && text[1] == ':');

    private static bool IsAddress(string text) =>
        !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
