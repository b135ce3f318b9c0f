using System.Text.Json;

namespace FineTune.Core.Scoring;

/// <summary>An answer to grade.</summary>
/// <param name="Item">The line of the data that was asked; an object.</param>
/// <param name="Text">What the model answered.</param>
internal sealed record GradedAnswer(JsonElement? Item, string Text);
