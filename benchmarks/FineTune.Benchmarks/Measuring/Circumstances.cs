using System.Text.Json;
using System.Xml.Linq;
using FineTune.Benchmarks.Results;

namespace FineTune.Benchmarks.Measuring;

/// <summary>The machine, and the versions of all that took part: what is pinned is read where it is pinned.</summary>
internal sealed class Circumstances(string repository, Programs programs)
{
    public static Machine Machine() =>
        new(Processor(), Environment.ProcessorCount, (int)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9), System.Runtime.InteropServices.RuntimeInformation.OSDescription);

    public IReadOnlyDictionary<string, string> Versions() => new Dictionary<string, string>
    {
        ["finetune"] = programs.Tools[0].Command.With("--version").Output().Trim(),
        [".NET"] = Environment.Version.ToString(),
        ["Python"] = new Command("python3", "--version").Output().Trim().Split(' ')[1],
        ["Node"] = new Command("node", "--version").Output().Trim().TrimStart('v'),
        ["SharpToken"] = PackageVersion("SharpToken"),
        ["Microsoft.ML.Tokenizers"] = PackageVersion("Microsoft.ML.Tokenizers"),
        ["npm tiktoken"] = NpmVersion("tiktoken"),
        ["gpt-tokenizer"] = NpmVersion("gpt-tokenizer"),
    };

    private static string Processor()
    {
        const string LinuxProcessors = "/proc/cpuinfo";
        return OperatingSystem.IsMacOS() ? new Command("sysctl", "-n", "machdep.cpu.brand_string").Output().Trim()
            : File.Exists(LinuxProcessors) && File.ReadLines(LinuxProcessors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line ? line.Split(':')[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString();
    }

    private string PackageVersion(string package) =>
        XDocument.Load(Path.Combine(repository, "Directory.Packages.props")).Descendants("PackageVersion").Single(pin => (string?)pin.Attribute("Include") == package).Attribute("Version")!.Value;

    private string NpmVersion(string package)
    {
        using var pins = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository, "benchmarks", "peers", "package.json")));
        return pins.RootElement.GetProperty("dependencies").GetProperty(package).GetString()!;
    }
}
