namespace FineTune.Emulator.Chat;

/// <summary>An answer in the training data, and what came before it.</summary>
/// <param name="Words">The words of the user's messages before it.</param>
/// <param name="LastRole">The role of the message before it.</param>
/// <param name="Line">The line's number in the file, from 0.</param>
/// <param name="Message">The number of the message in the line, from 0.</param>
internal sealed record TrainedAnswer(uint[] Words, string LastRole, int Line, int Message);
