using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FineTune.Tool.Tests.Releasing;

/// <summary>An emulator that runs beside a workspace, as <c>finetune emulator</c>; the workspace's OpenAI is there.</summary>
internal sealed class RunningEmulator : IDisposable
{
    private readonly Process process;
    private readonly HttpClient client = new() { DefaultRequestHeaders = { Authorization = new("Bearer", "any") } };

    private bool ended;

    private RunningEmulator(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    public static RunningEmulator Beside(Workspace workspace, string speed = "instant", string? faults = null)
    {
        List<string> arguments = ["emulator", "--data", workspace.PathOf("emulated"), "--speed", speed];
        if (faults is not null)
        {
            arguments.AddRange(["--faults", workspace.Write("faults.json", faults)]);
        }
        var process = workspace.Start([.. arguments]);
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd());
        var address = line[line.IndexOf("http", StringComparison.Ordinal)..];
        (workspace.Variables["OPENAI_BASE_URL"], workspace.Variables["OPENAI_API_KEY"]) = (address, Workspace.Key);
        return new RunningEmulator(process, address);
    }

    public IReadOnlyList<JsonNode> Jobs() => Get("fine_tuning/jobs?limit=100");

    public IReadOnlyList<JsonNode> Files() => Get("files");

    /// <summary>How often a job was asked for.</summary>
    public int Creates() => Read(Address.Replace("/v1", "/_emulator/requests", StringComparison.Ordinal))
        .Count(request => (string?)request["method"] == "POST" && ((string?)request["path"])!.EndsWith("/fine_tuning/jobs", StringComparison.Ordinal));

    public void Delete(string path) => client.DeleteAsync($"{Address}/{path}").Result.EnsureSuccessStatusCode();

    public void Dispose()
    {
        if (ended)
        {
            return;
        }
        ended = true;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        client.Dispose();
    }

    private IReadOnlyList<JsonNode> Get(string path) => Read($"{Address}/{path}");

    private IReadOnlyList<JsonNode> Read(string address) => [.. JsonNode.Parse(client.GetStringAsync(address).Result)!["data"]!.AsArray().Select(item => item!.DeepClone())];
}
