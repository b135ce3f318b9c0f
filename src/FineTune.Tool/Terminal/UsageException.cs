namespace FineTune.Tool.Terminal;

/// <summary>The command line is wrong, or names a file that can't be read: exit code 2.</summary>
/// <param name="message">What is wrong and what would be right, one line.</param>
internal sealed class UsageException(string message) : Exception(message);
