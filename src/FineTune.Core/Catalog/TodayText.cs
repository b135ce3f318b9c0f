using System.Globalization;

namespace FineTune.Core.Catalog;

/// <summary>The day that dates of hosts are held against: what <c>FINETUNE_TODAY</c> says, else the clock's.</summary>
internal static class TodayText
{
    /// <summary>The variable.</summary>
    public const string Variable = "FINETUNE_TODAY";

    /// <summary>What is wrong with a value that is no day.</summary>
    public const string Fault = $"{Variable} is not a date of the form 2026-11-30";

    /// <summary>The day; null where the text is none.</summary>
    public static DateOnly? Read(string? text, TimeProvider clock) =>
        string.IsNullOrEmpty(text) ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
