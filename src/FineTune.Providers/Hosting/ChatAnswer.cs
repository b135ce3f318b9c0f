namespace FineTune.Providers.Hosting;

/// <summary>A chat completion.</summary>
/// <param name="Model">The model that answered.</param>
/// <param name="Text">Its answer, with line ends, other control characters made harmless.</param>
internal sealed record ChatAnswer(string Model, string Text);
