using System.Diagnostics;

namespace FineTune.Tool.Tests;

public sealed class WhenTheEmulatorIsStarted : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public async Task ItAnswersAndEndsWithUs()
    {
        using var process = workspace.Start("emulator", "--port", "0", "--data", "state");
        var line = await process.StandardOutput.ReadLineAsync();
        line.ShouldNotBeNull();
        var address = line[line.IndexOf("http", StringComparison.Ordinal)..];
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "any key will do");
        (await client.GetAsync(address + "/models")).IsSuccessStatusCode.ShouldBeTrue();
        using (Process.Start("kill", ["-INT", process.Id.ToString()]))
        {
            process.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        }
        process.ExitCode.ShouldBe(130);
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(address + "/models"));
        Directory.Exists(workspace.PathOf("state")).ShouldBeTrue();
    }

    public void Dispose() => workspace.Dispose();
}
