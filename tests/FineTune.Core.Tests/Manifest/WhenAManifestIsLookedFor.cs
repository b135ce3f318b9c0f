using FineTune.Core.Manifest.Reading;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAManifestIsLookedFor : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Fact]
    public void TheOneInTheFolderIsFound()
    {
        folder.Write("finetune.yml", "");
        var nearer = folder.Write("sub/finetune.yml", "");

        ManifestLocator.Find(folder.At("sub")).ShouldBe(nearer);
    }

    [Fact]
    public void TheNearestOneUpwardIsFound()
    {
        var found = folder.Write("finetune.yml", "");
        Directory.CreateDirectory(folder.At("sub/deep"));

        ManifestLocator.Find(folder.At("sub/deep")).ShouldBe(found);
    }

    [Fact]
    public void NothingAboveTheRepositoryIsLookedAt()
    {
        File.WriteAllText(Path.Combine(folder.Outside, "finetune.yml"), "");

        ManifestLocator.Find(folder.At("data")).ShouldBeNull();
    }

    public void Dispose() => folder.Dispose();
}
