namespace FineTune.Core.Catalog;

/// <summary>How a model is trained; each method has its own data format.</summary>
public enum TuningMethod
{
    /// <summary>Learn the assistant's answers (<c>messages</c>).</summary>
    Supervised,

    /// <summary>Learn which of two answers is preferred (<c>input</c>, <c>preferred_output</c>, <c>non_preferred_output</c>).</summary>
    Dpo,

    /// <summary>Learn from a grader's score (<c>messages</c> that end with the user, and reference fields).</summary>
    Reinforcement,

    /// <summary>Learn completions of a prompt (<c>prompt</c>, <c>completion</c>).</summary>
    Completion,
}
