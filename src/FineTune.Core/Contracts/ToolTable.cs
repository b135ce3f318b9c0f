using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Contracts;

/// <summary>The declared tools in the order in which they first appear; the names of thousands, not their definitions.</summary>
internal sealed class ToolTable
{
    private const int MostKept = 4096;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private readonly List<ToolTally> all = [];

    /// <summary>Those with one definition throughout.</summary>
    public IEnumerable<ToolTally> Sound => all.Where(tool => !tool.IsSplit);

    /// <summary>Notes a declaration.</summary>
    public void Add(DeclaredTool tool, ExamplePlace place) => Add(new ToolTally(tool.Name, tool.Key, place, IsSplit: false));

    /// <summary>Adds what comes after in a file.</summary>
    public void Add(ToolTable later, int file) => later.all.ForEach(tool => Add(tool with { First = new ExamplePlace(file, tool.First.Offset) }));

    private void Add(ToolTally tool)
    {
        if (places.TryGetValue(tool.Name, out var at))
        {
            all[at] = all[at] with { IsSplit = all[at].IsSplit || tool.IsSplit || all[at].Key != tool.Key };
        }
        else if (all.Count < MostKept)
        {
            places[tool.Name] = all.Count;
            all.Add(tool);
        }
    }
}
