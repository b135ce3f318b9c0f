namespace FineTune.Fuzz.Targets;

/// <summary>An input as a file in a folder of its own, gone afterwards.</summary>
internal sealed class ScratchFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-fuzz-").FullName;

    public ScratchFile(string name, byte[] content)
    {
        Path = System.IO.Path.Combine(folder, name);
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
