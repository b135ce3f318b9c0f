using FineTune.Core.Reporting;

namespace FineTune.Core.Building;

/// <summary>The addresses of the rules' pages.</summary>
internal static class HelpLink
{
    /// <summary>The address of a rule's page; null while no repository address is set.</summary>
    /// <param name="code">The rule's code.</param>
    public static string? Of(string code) => RepositoryAddress.Rules is { } rules ? $"{rules}/{code}.md" : null;
}
