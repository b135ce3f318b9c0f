using System.Security.Cryptography;
using FineTune.Core.Catalog;
using FineTune.Providers.Emulation;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;
using FineTune.Providers.Tests.Releasing;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenAFileIsLarge : IDisposable
{
    private readonly Clone clone = new("http://127.0.0.1:1/v1");

    public void Dispose() => clone.Dispose();

    [Fact]
    public async Task ItGoesInPartsEachSentAgainByItself()
    {
        var faults = Path.Combine(clone.Folder, "faults.json");
        File.WriteAllText(faults, """[{"method":"POST","path":"/parts$","nth":2,"times":2,"fault":"reset_before","status":500},{"method":"POST","path":"/complete$","nth":1,"times":1,"fault":"status","status":503}]""");
        var surroundings = new HostSurroundings(_ => null, clone.Time.Clock, clone.Folder) { EmulatorProgram = EmulatorProgram.Path, EmulatorFaults = faults };
        await using var emulator = await EmulatorProcess.StartAsync(surroundings, default);
        await using var wire = new Wire(new WireSettings("the emulator", emulator.Address, clone.Time.Clock) { Key = new KeySource(_ => "k-1", "X", "the emulator") });
        var bytes = RandomNumberGenerator.GetBytes(100_000);

        var file = await new PartsUpload(wire, "the emulator") { PartBytes = 16 * 1024 }.RunAsync(new UploadFile("finetune-large.jsonl", bytes.Length, () => new MemoryStream(bytes)), default);

        file.Bytes.ShouldBe(bytes.Length);
        var host = new OpenAIHost(new WireSettings("the emulator", emulator.Address, clone.Time.Clock) { Key = new KeySource(_ => "k-1", "X", "the emulator") }, new HostQuirks());
        await using (host)
        {
            (await host.ListFilesAsync("finetune-large", default)).ShouldHaveSingleItem().Id.ShouldBe(file.Id);
        }
    }
}
