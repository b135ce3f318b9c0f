using System.Reflection;

namespace FineTune.Core.Reporting;

/// <summary>The address of this product's repository, from the one place where a build sets it. While none is set there is no link.</summary>
internal static class RepositoryAddress
{
    /// <summary>The repository itself; null while no address is set.</summary>
    public static string? Root { get; } = typeof(RepositoryAddress).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value is { Length: > 0 } address
            ? address.TrimEnd('/')
            : null;

    /// <summary>Where the rules' pages are; null while no address is set.</summary>
    public static string? Rules => Of(Root, "docs/rules");

    /// <summary>The type of the provenance that <c>verify --provenance</c> writes, for a statement about an artifact; null while no address is set.</summary>
    public static string? ProvenanceType => Of(Root, "docs/formats/provenance.schema.json");

    private static string? Of(string? root, string path) => root is null ? null : $"{root}/blob/main/{path}";
}
