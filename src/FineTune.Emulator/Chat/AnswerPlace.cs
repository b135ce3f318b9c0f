namespace FineTune.Emulator.Chat;

/// <summary>Where in a training file an answer stands.</summary>
/// <param name="Offset">Where its line begins, in bytes.</param>
/// <param name="Length">The bytes of the line.</param>
/// <param name="Message">The number of the message in the line, from 0.</param>
internal readonly record struct AnswerPlace(long Offset, int Length, int Message)
{
    public bool IsBefore(AnswerPlace other) => (Offset, Message).CompareTo((other.Offset, other.Message)) < 0;
}
