using FineTune.Core.Building;
using FineTune.Core.Files;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>
/// What the MSBuild targets ask for, from a file with a line <c>name=value</c> for each argument: no shell, no quoting and no limit of
/// length is between them and the tool.
/// </summary>
internal sealed class BuildArguments
{
    private readonly Dictionary<string, string> values;

    private BuildArguments(Dictionary<string, string> values) => this.values = values;

    /// <summary>Reads the file.</summary>
    /// <exception cref="UsageException">It can't be read, or holds something else.</exception>
    public static BuildArguments Read(Invocation call, string name)
    {
        var path = call.Resolve(name);
        try
        {
            var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split('=', 2)).ToArray();
            return lines.All(line => line.Length == 2)
                ? new(lines.ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal))
                : throw new UsageException($"{call.Show(path)} is no list of name=value lines");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{call.Show(path)} can't be read: {IOFault.Describe(e)}");
        }
    }

    /// <summary>A value that must be there.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public string this[string name] => values.TryGetValue(name, out var value) && value.Length > 0
        ? value
        : throw new UsageException($"the build's arguments lack {name}");

    /// <summary>A value; empty where there is none.</summary>
    public string Optional(string name) => values.GetValueOrDefault(name, "");

    /// <summary>Whether a value is true, as MSBuild writes it.</summary>
    public bool Is(string name) => Optional(name).Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The project.</summary>
    public BuiltProject Project(DateOnly today) => new()
    {
        Manifest = this["manifest"],
        Lock = this["lock"],
        Folder = this["project-folder"],
        IntermediateFolder = this["intermediate"],
        LifecycleAsErrors = Is("lifecycle-as-errors"),
        Today = today,
    };
}
