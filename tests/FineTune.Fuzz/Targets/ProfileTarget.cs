using System.Text.Json;
using FineTune.Core.Catalog;

namespace FineTune.Fuzz.Targets;

/// <summary>The data file of a profile: a profile or an exception that says what is wrong with the file.</summary>
internal sealed class ProfileTarget : FuzzTarget
{
    public override string Name => "profile";

    public override IReadOnlyList<byte[]> Seeds { get; } = [.. ProfileFiles.Names.Select(Bytes)];

    public override IReadOnlyList<string> Words { get; } =
    [
        "\"extends\": \"mine\",", "\"extends\": 1,", "\"extends\": \"openai\",", "\"limits\"", "\"severities\": {\"FT2004\": \"fatal\"},", "\"roles\": null,", "\"roles\": [null],", "\"models\": [", "\"from\": \"2026-13-01\"", "\"name\"", "\"methods\": [\"x\"],",
    ];

    public override void Run(byte[] input)
    {
        try
        {
            _ = ProfileReader.Read("mine", name => name == "mine" ? new MemoryStream(input) : ProfileFiles.Open(name));
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            Require(fault.Message.Length > 0, "an exception without words");
        }
    }

    private static byte[] Bytes(string name)
    {
        using var stream = ProfileFiles.Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
