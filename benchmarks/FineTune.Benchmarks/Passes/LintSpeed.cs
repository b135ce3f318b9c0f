using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Benchmarks.Passes;

/// <summary><c>lint PROFILE FILE</c>: all default rules over a JSONL file, by the entry point that the build and the tool call.</summary>
internal static class LintSpeed
{
    public static int Run(string profile, string path)
    {
        var size = new FileInfo(path).Length;
        for (var pass = 0; pass < 3; pass++)
        {
            Console.WriteLine(Measurement.Of(pass == 0 ? "lint, first pass" : "lint, warm", size, () =>
            {
                var report = Linter.Lint(new LintRequest
                {
                    Paths = [Path.GetFullPath(path)],
                    Profile = profile,
                    AllowedOutside = [Path.GetDirectoryName(Path.GetFullPath(path))!],
                    Today = new DateOnly(2026, 11, 22),
                });
                return $"{report.Datasets.Sum(dataset => dataset.Examples)} examples, {report.Findings.Count} findings";
            }));
        }

        return 0;
    }
}
