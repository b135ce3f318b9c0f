namespace FineTune.Core.Scoring;

/// <summary>Gives an answer a reward, without asking a model and without running a program.</summary>
internal abstract record Grader
{
    public abstract Grade Score(GradedAnswer answer);
}
