using System.Text.Json;
using FineTune.Core.Linting.JsonSchemas;
using FineTune.Tool.Tests.Ci;

namespace FineTune.Tool.Tests;

public sealed class WhenATagIsVerified : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenATagIsVerified()
    {
        Directory.Delete(workspace.PathOf(".git"));
        Git("init", "--quiet", "--initial-branch=main");
        workspace.Run("init");
        workspace.Variables["FINETUNE_EMULATOR_SPEED"] = "instant";
        Commit("Data");
        workspace.Run("release").ExitCode.ShouldBe(0);
        Commit("Lock");
        Git("tag", "v1");
    }

    [CiFact]
    public void ItsDataCountsAndNotItsCommit()
    {
        // Squashed, rebased, or on a clone without history: the commit that the lock names is gone, the data is the same.
        Git("checkout", "--quiet", "--orphan", "squashed");
        Commit("All in one");
        Git("branch", "--quiet", "-D", "main");
        Git("tag", "--delete", "v1");
        Git("tag", "v2");
        workspace.Run("verify").ExitCode.ShouldBe(0);
    }

    [CiFact]
    public void DataThatChangedAfterItDoesNotPass()
    {
        var data = workspace.Read("data/train.jsonl");
        workspace.Write("data/train.jsonl", data.Replace("\n", "\r\n", StringComparison.Ordinal));
        workspace.Run("verify").ExitCode.ShouldBe(0, "other line ends are the same data");
        workspace.Write("data/train.jsonl", data.Replace("?", "??", StringComparison.Ordinal));
        Commit("Change the data");
        var run = workspace.Run("verify", "--provenance", "provenance.json");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("FT7002");
        run.Error.ShouldContain("provenance.json was not written");
        File.Exists(workspace.PathOf("provenance.json")).ShouldBeFalse();
        workspace.Run("verify", "--allow-stale").ExitCode.ShouldBe(0);
        Git("checkout", "--quiet", "v1");
        workspace.Run("verify").ExitCode.ShouldBe(0);
    }

    [CiFact]
    public void ItsProvenanceSaysWhichDataMadeWhichModel()
    {
        workspace.Run("verify", "--provenance", "provenance.json").Error.ShouldContain("wrote provenance.json\n");
        using var provenance = JsonDocument.Parse(workspace.Read("provenance.json"));
        using var schema = JsonDocument.Parse(Readme.Repository.Text("docs", "formats", "provenance.schema.json"));
        JsonSchema.TryRead(schema.RootElement, out var form, out var fault).ShouldBeTrue(fault);
        form!.Validate(provenance.RootElement).ShouldBeNull();
        var model = provenance.RootElement.GetProperty("models")[0];
        var file = model.GetProperty("data")[0].GetProperty("files")[0];
        file.GetProperty("name").GetString().ShouldBe("data/train.jsonl");
        file.GetProperty("digest").GetProperty("sha256").GetString().ShouldBe(Sha256("data/train.jsonl"));
        provenance.RootElement.GetProperty("lock").GetProperty("digest").GetProperty("sha256").GetString().ShouldBe(Sha256("finetune.lock.json"));
        workspace.Read("finetune.lock.json").ShouldContain(model.GetProperty("id").GetString()!);
        workspace.Read("finetune.lock.json").ShouldContain(model.GetProperty("trainingDigest").GetProperty("sha256").GetString()!);
    }

    [CiFact]
    public void AProvenanceThatWasNotCheckedIsNotAskedFor()
    {
        var run = workspace.Run("verify", "--allow-stale", "--provenance", "provenance.json");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--allow-stale");
    }

    public void Dispose() => workspace.Dispose();

    private string Sha256(string name) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(workspace.PathOf(name)))).ToLowerInvariant();

    private void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
    }

    private void Git(params string[] arguments) => CiRepository.Run(workspace.Folder, "git", arguments);
}
