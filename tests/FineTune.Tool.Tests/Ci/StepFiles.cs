namespace FineTune.Tool.Tests.Ci;

/// <summary>Reads the files that a step writes to tell the runner something.</summary>
internal static class StepFiles
{
    /// <summary>Lines <c>name=value</c>, and <c>name&lt;&lt;END … END</c> for values of several lines.</summary>
    public static Dictionary<string, string> Read(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new Queue<string>(File.ReadAllText(path).TrimEnd('\n').Split('\n'));
        while (lines.TryDequeue(out var line))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var heredoc = line.IndexOf("<<", StringComparison.Ordinal);
            if (heredoc > 0 && (equals < 0 || heredoc < equals))
            {
                var end = line[(heredoc + 2)..];
                var value = new List<string>();
                while (lines.Dequeue() is var part && part != end)
                {
                    value.Add(part);
                }
                values[line[..heredoc]] = string.Join('\n', value);
            }
            else if (equals > 0)
            {
                values[line[..equals]] = line[(equals + 1)..];
            }
            else
            {
                line.ShouldBeEmpty("a line that the runner does not understand");
            }
        }
        return values;
    }
}
