using System.Text;
using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions.Exports;

/// <summary>An export that is known by name only: how it becomes examples is for people to say.</summary>
internal sealed class NamedExport(string name, IReadOnlyList<string> keys, string advice) : Export
{
    private readonly byte[][] names = [.. keys.Select(Encoding.ASCII.GetBytes)];

    public override string Name { get; } = $"{name} ({string.Join(", ", keys.Select(key => $"\"{key}\""))})";

    public override string Way => advice;

    protected override bool IsOf(Example example) => names.All(key => example.Find(0, key) >= 0);

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        reason = advice;
        return null;
    }
}
