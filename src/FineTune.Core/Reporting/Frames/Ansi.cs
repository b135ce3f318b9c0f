namespace FineTune.Core.Reporting.Frames;

/// <summary>Puts colours around text for a terminal, or leaves it alone.</summary>
/// <param name="enabled">Whether the reader is a terminal that wants colours.</param>
internal sealed class Ansi(bool enabled)
{
    public string Red(string text) => Wrap("1;31", text);

    public string Yellow(string text) => Wrap("1;33", text);

    public string Green(string text) => Wrap("32", text);

    public string Blue(string text) => Wrap("36", text);

    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    private string Wrap(string code, string text) => enabled && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
