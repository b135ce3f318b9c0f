namespace FineTune.Core.Reporting;

/// <summary>The addresses of the rules' pages.</summary>
internal static class HelpLink
{
    /// <summary>The address of a rule's page; null while no repository address is set.</summary>
    /// <param name="code">The rule's code.</param>
    public static string? Of(string code) => Of(code, RepositoryAddress.Rules);

    /// <summary>The address of a rule's page; null while there is none.</summary>
    /// <param name="code">The rule's code.</param>
    /// <param name="pages">The address under which the pages are.</param>
    public static string? Of(string code, string? pages) => pages is null ? null : $"{pages.TrimEnd('/')}/{code}.md";
}
