using FineTune.Core.Findings;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Where in a value something stands, for people: <c>"address.city"</c>, <c>"items[2]"</c>.</summary>
internal readonly record struct JsonPlace(string Path)
{
    public static JsonPlace Root { get; } = new("");

    public JsonPlace Property(string name) => new(Path.Length == 0 ? name : $"{Path}.{name}");

    public JsonPlace Item(int index) => new($"{Path}[{index}]");

    public override string ToString() => Path.Length == 0 ? "the value" : SafeText.Quote(Path);
}
