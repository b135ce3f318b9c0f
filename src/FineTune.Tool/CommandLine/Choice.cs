using System.CommandLine;
using FineTune.Core.Findings;

namespace FineTune.Tool.CommandLine;

/// <summary>Options whose value is one of a few words.</summary>
internal static class Choice
{
    /// <summary>Holds an option to its words, with a message that names them.</summary>
    public static Option<string?> Of(string name, string description, IReadOnlyList<string> words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "NAME" };
        option.CompletionSources.Add([.. words]);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!words.Contains(token.Value, StringComparer.OrdinalIgnoreCase))
                {
                    result.AddError(Fault(name, token.Value, words));
                }
            }
        });
        return option;
    }

    /// <summary>What to say of a word that is none of them.</summary>
    public static string Fault(string option, string value, IEnumerable<string> words)
    {
        string[] known = [.. words];
        return $"{option} is {SafeText.Quote(value)}; it must be {InWords.Or(known)}{DidYouMean.Of(value, known)}";
    }
}
