using Mono.Cecil;

namespace FineTune.Tests;

/// <summary>An assembly as a house: each folder builds on the ones below it, so that it can be read without those above.</summary>
/// <param name="assembly">The path of the assembly.</param>
/// <param name="root">Its root namespace, which is also its folder in <c>src</c>.</param>
internal sealed class Rooms(string assembly, string root)
{
    /// <summary>A folder with more files is two.</summary>
    private const int MostFiles = 25;

    private readonly IReadOnlyList<string> order = Architecture.OrderOf(root);

    private string Folder => Path.Combine(RepositoryRoot.Path, "src", root);

    /// <summary>Uses that go up instead of down.</summary>
    public IEnumerable<string> UsesOfHigherRooms() =>
        from use in TypeUses.In(assembly)
        where IsOurs(use.User) && IsOurs(use.Used) // the compiler adds types of its own
        where Floor(use.Used.Namespace) > Floor(use.User.Namespace)
        select $"{use.User.FullName} uses {use.Used.FullName}";

    /// <summary>What is in the code and not in the table, or the other way round.</summary>
    public IEnumerable<string> Unknown()
    {
        var folders = Folders(Folder).Select(folder => folder == "." ? root : $"{root}.{folder.Replace(Path.DirectorySeparatorChar, '.')}").ToList();
        return [.. folders.Except(order), .. order.Except(folders), .. order.GroupBy(room => room).Where(same => same.Count() > 1).Select(same => same.Key)];
    }

    /// <summary>Folders with too many files, and with one: but for the root, which may hold its door alone.</summary>
    public IEnumerable<string> BadlyFilled() => [.. BadlyFilled(Folder), .. BadlyFilled(Path.Combine(RepositoryRoot.Path, "tests", root + ".Tests"))];

    private static IEnumerable<string> BadlyFilled(string top) =>
        from folder in Folders(top)
        let files = Directory.GetFiles(Path.Combine(top, folder), "*.cs").Length
        where files > MostFiles || (files == 1 && folder != ".")
        select $"{Path.GetFileName(top)}, {folder}: {files}";

    private bool IsOurs(TypeReference type) => type.Namespace == root || type.Namespace.StartsWith(root + ".", StringComparison.Ordinal);

    private int Floor(string room) => ((IList<string>)order).IndexOf(room) is >= 0 and var floor ? floor : throw new InvalidOperationException($"{room} is in no table of docs/architecture.md");

    private static IEnumerable<string> Folders(string top) =>
        from folder in Directory.EnumerateDirectories(top, "*", SearchOption.AllDirectories).Prepend(top)
        let name = Path.GetRelativePath(top, folder)
        where name.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj") && Directory.EnumerateFiles(folder, "*.cs").Any()
        select name;
}
