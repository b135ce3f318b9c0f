using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Fixing;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Fixing;

/// <summary>A data file in a folder of its own that can be fixed.</summary>
internal sealed class FixedFile : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private readonly TempFolder folder = new();

    public FixedFile(byte[] content) => Path = folder.Write("data/train.jsonl", content);

    public FixedFile(string content)
        : this(Encoding.UTF8.GetBytes(content))
    {
    }

    public string Path { get; }

    public string Folder => folder.Path;

    public string Profile { get; init; } = "openai";

    public bool Unsafe { get; init; }

    public bool Convert { get; init; }

    public byte[] Bytes => File.ReadAllBytes(Path);

    public string Text => Encoding.UTF8.GetString(Bytes);

    public FileFix Fix(Stream? diff = null) => Fixer.Fix(Request with { Diff = diff, DiffFolder = Folder }).Files.ShouldHaveSingleItem();

    public IReadOnlyList<string> Codes() =>
        [.. Linter.Lint(new LintRequest { Paths = [Path], Profile = Profile, Today = Day }).Findings.Where(finding => finding.Severity > Severity.Info).Select(finding => finding.Code)];

    public void Dispose() => folder.Dispose();

    public FixRequest Request => new() { Paths = [Path], Profile = Profile, Unsafe = Unsafe, Convert = Convert, Today = Day };
}
