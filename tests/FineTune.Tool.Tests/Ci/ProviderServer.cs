using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace FineTune.Tool.Tests.Ci;

/// <summary>
/// The provider that the workflows reach: the emulator, behind a relay that leaves out the header by which it says that it is one. With that
/// header the lock would be marked as emulated, and a gate that refuses such locks could not be played to its end.
/// </summary>
internal sealed class ProviderServer : IDisposable
{
    private readonly Process process;
    private readonly HttpClient client = new();
    private readonly HttpListener listener = new();
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-provider-").FullName;

    public ProviderServer()
    {
        var start = new ProcessStartInfo(ToolUnderTest.Executable) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in new[] { "emulator", "--port", "0", "--data", folder, "--speed", "0.01" })
        {
            start.ArgumentList.Add(argument);
        }
        process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd());
        client.BaseAddress = new Uri(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()), "/");
        var origin = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(origin);
        listener.Start();
        Address = origin + "v1";
        _ = Task.Run(RelayAsync);
    }

    /// <summary>What <c>OPENAI_BASE_URL</c> is set to.</summary>
    public string Address { get; }

    /// <summary>Whether create calls have their effect and are then never answered.</summary>
    public bool HoldsCreateCalls { get; set; }

    /// <summary>How many create calls had their effect.</summary>
    public int JobsCreated
    {
        get
        {
            using var json = JsonDocument.Parse(client.GetStringAsync("_emulator/requests").Result);
            return json.RootElement.GetProperty("data").EnumerateArray().Count(request =>
                request.GetProperty("method").GetString() == "POST" && request.GetProperty("path").GetString() == "/v1/fine_tuning/jobs" && request.GetProperty("processed").GetBoolean());
        }
    }

    public void MoveClock(int seconds) => client.PostAsJsonAsync("_emulator/clock", new { seconds }).Result.EnsureSuccessStatusCode();

    public void Dispose()
    {
        listener.Close();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RelayAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = RelayAsync(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task RelayAsync(HttpListenerContext call)
    {
        try
        {
            using var request = new HttpRequestMessage(new HttpMethod(call.Request.HttpMethod), call.Request.RawUrl);
            if (call.Request.HasEntityBody)
            {
                request.Content = new StreamContent(call.Request.InputStream);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.Request.ContentType!);
            }
            request.Headers.TryAddWithoutValidation("Authorization", call.Request.Headers["Authorization"]);
            using var answer = await client.SendAsync(request);
            if (HoldsCreateCalls && call.Request is { HttpMethod: "POST", RawUrl: "/v1/fine_tuning/jobs" })
            {
                return;
            }
            call.Response.StatusCode = (int)answer.StatusCode;
            call.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(call.Response.OutputStream);
            call.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or HttpRequestException or InvalidOperationException)
        {
            // The client was killed, or the test has ended.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
