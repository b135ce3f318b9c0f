namespace FineTune.Core.Scoring;

/// <summary>1 where a text passes a check, else 0.</summary>
/// <param name="Input">The text.</param>
/// <param name="Reference">What it is held against.</param>
/// <param name="Operation"><c>eq</c>, <c>ne</c>, or for a text that contains the reference <c>like</c>, without case <c>ilike</c>.</param>
internal sealed record StringCheckGrader(string Input, string Reference, string Operation) : TextGrader(Input, Reference)
{
    protected override double Compare(string input, string reference)
    {
        var passes = Operation switch
        {
            "eq" => input == reference,
            "ne" => input != reference,
            "like" => input.Contains(reference, StringComparison.Ordinal),
            _ => input.Contains(reference, StringComparison.OrdinalIgnoreCase),
        };
        return passes ? 1 : 0;
    }
}
