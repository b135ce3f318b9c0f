namespace FineTune.Core.Linting.Tools;

/// <summary>What a tool may be named.</summary>
internal static class ToolNames
{
    public const string Wanted = "it may have letters, digits, _ and -, up to 64 of them";

    private const int Longest = 64;

    public static bool IsValid(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > Longest)
        {
            return false;
        }
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)character) && character is not ((byte)'_' or (byte)'-'))
            {
                return false;
            }
        }
        return true;
    }
}
