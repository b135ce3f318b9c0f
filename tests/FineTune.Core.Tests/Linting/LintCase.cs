using System.Text;
using FineTune.Core.Catalog;

namespace FineTune.Core.Tests.Linting;

/// <summary>A dataset of a <c>.cases</c> file, with the profile that it is checked against and what is to be found.</summary>
internal sealed record LintCase
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>All cases of the folder Cases.</summary>
    public static IReadOnlyList<LintCase> All { get; } =
        [.. Directory.GetFiles(FolderOf("Cases"), "*.cases").Order(StringComparer.Ordinal).SelectMany(path => Read(path))];

    /// <summary>What the data is, in a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>The word with which the file's name begins: <c>broken</c> or <c>sound</c>.</summary>
    public required string Kind { get; init; }

    public required string Profile { get; init; }

    /// <summary>The method that is asked for; null to recognise it.</summary>
    public TuningMethod? Method { get; init; }

    /// <summary>Whether the number of examples counts.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Code, line and text of each finding.</summary>
    public required string[] Finds { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>A folder of <c>.cases</c> files.</summary>
    public static string FolderOf(string name) => Path.Combine(RepositoryRoot.Path, "tests", "FineTune.Core.Tests", "Linting", name);

    /// <summary>The cases of a file; what stands above the first is its head.</summary>
    public static IReadOnlyList<LintCase> Read(string path)
    {
        var kind = Path.GetFileNameWithoutExtension(path).Split('-')[0];
        return [.. ("\n" + TextOf(path)).Split("\n=== ").Skip(1).Select(part => Parse(kind, part))];
    }

    /// <summary>What stands above the first case.</summary>
    public static string HeadOf(string path) => ("\n" + TextOf(path)).Split("\n=== ")[0].TrimStart('\n');

    private static string TextOf(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static LintCase Parse(string kind, string part)
    {
        var lines = part.TrimEnd('\n').Split('\n');
        var words = lines[1]["with ".Length..].Split(' ');
        var finds = lines.Length > 2 && lines[2].StartsWith("finds ", StringComparison.Ordinal) ? lines[2]["finds ".Length..] : "";
        var data = string.Join(words.Contains("crlf") ? "\r\n" : "\n", lines[(finds.Length > 0 ? 3 : 2)..]) + (words.Contains("cut") ? "" : words.Contains("crlf") ? "\r\n" : "\n");
        return new LintCase
        {
            Name = lines[0],
            Kind = kind,
            Profile = words[0],
            Method = words.Select(word => Enum.TryParse<TuningMethod>(word, ignoreCase: true, out var method) ? method : (TuningMethod?)null).FirstOrDefault(method => method is not null),
            IsCounted = words.Contains("counted"),
            Finds = finds.Length == 0 ? [] : finds.Replace(", FT", "\nFT", StringComparison.Ordinal).Split('\n'),
            Content = [.. words.Contains("bom") ? new byte[] { 0xEF, 0xBB, 0xBF } : [], .. Utf8.GetBytes(data)],
        };
    }
}
