namespace FineTune.Core.Linting.Cache;

/// <summary>A stored report with all that it depends on.</summary>
internal sealed record CacheEntry
{
    /// <summary>Identity of the program that stored it: another build may judge otherwise.</summary>
    public required string Program { get; init; }

    /// <summary>What was asked for.</summary>
    public required string Variant { get; init; }

    /// <summary>The day that it was judged by.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The files that it was made from.</summary>
    public required LintInputs Inputs { get; init; }

    /// <summary>The report, without manifest and lock.</summary>
    public required LintReport Report { get; init; }

    /// <summary>Whether it was made by this program, for what is asked now.</summary>
    public bool IsOf(string program, string variant) => Program == program && Variant == variant;

    /// <summary>Whether it answers a request now; looks at the files from outside only.</summary>
    public bool Answers(LintRequest request, string program, string variant) =>
        IsOf(program, variant) && Today == request.Today && Inputs.AreUnchanged(request);
}
