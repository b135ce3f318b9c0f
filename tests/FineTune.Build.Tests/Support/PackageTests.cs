namespace FineTune.Build.Tests.Support;

/// <summary>Tests that share the packed package; they run one after the other, since each build takes the whole machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PackageTests : ICollectionFixture<PackedPackage>, ICollectionFixture<PackedTool>
{
    public const string Name = "package";
}
