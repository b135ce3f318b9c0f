using System.Reflection;

namespace FineTune.Core.Building;

/// <summary>The addresses of the rules' pages, made from the repository address that was set when this was built.</summary>
internal static class HelpLink
{
    /// <summary>The address that the pages are found under; null while no repository address is set.</summary>
    public static string? Address { get; } = typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value is { Length: > 0 } repository
            ? $"{repository.TrimEnd('/')}/blob/main/docs/rules"
            : null;

    /// <summary>The address of a rule's page; null while there is none.</summary>
    /// <param name="code">The rule's code.</param>
    public static string? Of(string code) => Address is null ? null : $"{Address}/{code}.md";
}
