using System.CommandLine;
using FineTune.Core.Catalog;

namespace FineTune.Tool.CommandLine;

/// <summary>The option <c>--profile</c>.</summary>
internal static class ProfileOption
{
    /// <summary>Makes one; its values are the profiles of the catalog.</summary>
    public static Option<string?> Make(string description)
    {
        var option = new Option<string?>("--profile") { Description = description, HelpName = "NAME" };
        option.CompletionSources.Add(_ => ProfileCatalog.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        option.Validators.Add(result =>
        {
            // The catalog is read only where somebody names a profile.
            if (result.Tokens is [var token] && !ProfileCatalog.Names.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError(Choice.Fault("--profile", token.Value, ProfileCatalog.Names));
            }
        });
        return option;
    }
}
