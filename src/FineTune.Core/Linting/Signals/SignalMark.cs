using System.Text;

namespace FineTune.Core.Linting.Signals;

/// <summary>A piece of text that some rule wants to be told of.</summary>
/// <param name="Kind">Whom it is for.</param>
/// <param name="Group">Which of the eight groups it is searched with, 0 to 7; marks of alike bytes go together.</param>
/// <param name="Literal">The bytes.</param>
/// <param name="Anchor">Offset of the three rarest of the bytes, by which it is searched.</param>
internal sealed record SignalMark(SignalKind Kind, int Group, byte[] Literal, int Anchor)
{
    /// <summary>The three bytes by which it is searched.</summary>
    public int Key { get; } = Literal[Anchor] | (Literal[Anchor + 1] << 8) | (Literal[Anchor + 2] << 16);

    public static SignalMark Of(SignalKind kind, int group, string literal, int anchor = 0) => new(kind, group, Encoding.UTF8.GetBytes(literal), anchor);
}
