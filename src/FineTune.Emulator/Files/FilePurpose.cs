using FineTune.Emulator.Http;

namespace FineTune.Emulator.Files;

/// <summary>What a file may be for.</summary>
internal static class FilePurpose
{
    public const string FineTune = "fine-tune";

    public const string Results = "fine-tune-results";

    private static readonly string[] Accepted = ["assistants", "batch", FineTune, "vision", "user_data", "evals"];

    /// <summary>Refuses a purpose that files cannot have, and a file name that does not fit it.</summary>
    public static Answer? Check(string? purpose, string fileName)
    {
        if (string.IsNullOrEmpty(purpose))
        {
            return Refusal.BadRequest("'purpose' is a required property", "purpose");
        }
        if (!Accepted.Contains(purpose))
        {
            return Refusal.BadRequest($"Invalid value for 'purpose': must be one of {string.Join(", ", Accepted)}.", "purpose", "invalid_value");
        }
        return purpose == FineTune && !fileName.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            ? Refusal.BadRequest("Invalid file format for Fine-Tuning API. Must be .jsonl", "file", "invalid_file_format")
            : null;
    }
}
