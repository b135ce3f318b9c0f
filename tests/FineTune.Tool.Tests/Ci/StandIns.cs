using System.Text.Json;

namespace FineTune.Tool.Tests.Ci;

/// <summary>Small local stand-ins for the actions that others publish. Each does the one thing that our workflows want of it.</summary>
internal static class StandIns
{
    /// <summary>Plays an action.</summary>
    /// <returns>Whether it succeeded.</returns>
    public static bool Play(string used, Dictionary<string, string> with, Machine machine) => used.Split('@')[0] switch
    {
        "actions/checkout" => CheckOut(with, machine),
        "actions/setup-dotnet" => true,
        "actions/upload-artifact" => Upload(with, machine),
        "actions/download-artifact" => Download(with, machine),
        "github/codeql-action/upload-sarif" => TakeSarif(with, machine),
        "actions/attest" => Attest(with, machine),
        _ => throw new InvalidOperationException($"nobody plays {used}"),
    };

    private static bool CheckOut(Dictionary<string, string> with, Machine machine)
    {
        with["persist-credentials"].ShouldBe("false");
        var wanted = (string)machine.Context["github.ref"]!;
        var what = wanted.StartsWith("refs/pull/", StringComparison.Ordinal) ? wanted : (string)machine.Context["github.sha"]!;
        var git = machine.Runner.Repository.GitIn(machine.Workspace);
        git("init", "--quiet");
        git("remote", "add", "origin", machine.Runner.Repository.Remote);
        git("fetch", "--quiet", "--no-tags", "--depth", with.GetValueOrDefault("fetch-depth", "1"), "origin", what);
        git("checkout", "--quiet", "--detach", "FETCH_HEAD");
        return true;
    }

    private static bool Upload(Dictionary<string, string> with, Machine machine)
    {
        var files = with["path"].StartsWith("**/*", StringComparison.Ordinal)
            ? Directory.GetFiles(machine.Workspace, with["path"][3..], SearchOption.AllDirectories)
            : File.Exists(with["path"]) ? [with["path"]] : [];
        var folder = Path.Combine(machine.Runner.Artifacts, with["name"]);
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
        return files.Length > 0 || with.GetValueOrDefault("if-no-files-found") == "ignore";
    }

    private static bool Download(Dictionary<string, string> with, Machine machine)
    {
        var folder = Path.Combine(machine.Runner.Artifacts, with["name"]);
        Directory.Exists(folder).ShouldBeTrue($"there is no artifact {with["name"]}");
        Directory.CreateDirectory(with["path"]);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Copy(file, Path.Combine(with["path"], Path.GetFileName(file)), overwrite: true);
        }
        return true;
    }

    private static bool TakeSarif(Dictionary<string, string> with, Machine machine)
    {
        using var sarif = JsonDocument.Parse(File.ReadAllText(with["sarif_file"]));
        Directory.GetFileSystemEntries(machine.Workspace).ShouldBeEmpty("upload-sarif would make fingerprints of its own");
        machine.Runner.Repository.Scans[with["category"]] = sarif.RootElement.Clone();
        return true;
    }

    private static bool Attest(Dictionary<string, string> with, Machine machine)
    {
        File.Exists(Path.Combine(machine.Workspace, with["subject-path"])).ShouldBeTrue();
        using var predicate = JsonDocument.Parse(File.ReadAllText(with["predicate-path"]));
        Uri.TryCreate(with["predicate-type"], UriKind.Absolute, out _).ShouldBeTrue();
        machine.Runner.Repository.Attestations.Add((with["subject-path"], with["predicate-type"], predicate.RootElement.Clone()));
        return true;
    }
}
