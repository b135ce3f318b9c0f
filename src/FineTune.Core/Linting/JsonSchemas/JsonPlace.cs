using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Where in a value something stands, for people: <c>"address.city"</c>, <c>"items[2]"</c>. Its text is made where it is asked for.</summary>
internal sealed class JsonPlace
{
    private const int LongestName = 60;

    private readonly JsonPlace? around;

    private readonly string? name;

    private readonly int index;

    private JsonPlace(JsonPlace? around, string? name, int index) => (this.around, this.name, this.index) = (around, name, index);

    public static JsonPlace Root { get; } = new(null, null, 0);

    public JsonPlace Property(string name) => new(this, name, 0);

    public JsonPlace Item(int index) => new(this, null, index);

    public override string ToString()
    {
        var path = new StringBuilder();
        Write(path);
        return path.Length == 0 ? "the value" : SafeText.Quote(path.ToString());
    }

    private void Write(StringBuilder path)
    {
        if (around is null)
        {
            return;
        }
        around.Write(path);
        if (name is null)
        {
            path.Append('[').Append(index).Append(']');
        }
        else
        {
            path.Append(path.Length == 0 ? "" : ".").Append(name.AsSpan(0, Math.Min(name.Length, LongestName + 1)));
        }
    }
}
