using System.Globalization;
using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Files;
using FineTune.Core.Linting.Cache;

namespace FineTune.Core.Statistics;

/// <summary>Remembers the tokens of data beside the lint cache: one small file for each role of a model, replaced when the data changes.</summary>
/// <param name="folder">Absolute path of the folder; null for none, and then nothing is remembered.</param>
/// <param name="program">Identity of the program: another one counts anew.</param>
internal sealed class TokenStore(string? folder, string program)
{
    /// <summary>The tokens; null where they are not known.</summary>
    /// <param name="name">Model and role.</param>
    /// <param name="key">What the count depends on.</param>
    public TokenTotals? Find(string name, string key)
    {
        if (folder is null)
        {
            return null;
        }
        try
        {
            var lines = File.ReadAllText(PathOf(name)).Split('\n');
            return lines is [var whose, var sum, var numbers, var estimates] && whose == Whose(key) && sum == Sum(numbers, estimates) ? Parse(numbers, estimates) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Keeps the tokens, unless a file was written while they were counted.</summary>
    public void Remember(string name, string key, TokenTotals tokens, IReadOnlyList<string> files, DateTime began)
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{tokens.Content} {tokens.Billable} {tokens.Trained} {tokens.Truncated} {tokens.Longest}");
        var estimates = string.Join(' ', tokens.Estimates);
        if (files.Any(file => FileStamp.Of(file).IsTooFresh(began)) || folder is null || !CacheFolder.TryPrepare(folder))
        {
            return;
        }
        try
        {
            AtomicFile.Write(PathOf(name), Encoding.UTF8.GetBytes($"{Whose(key)}\n{Sum(numbers, estimates)}\n{numbers}\n{estimates}"), durable: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // A full or read-only disk costs the next plan time, nothing else.
        }
    }

    private static TokenTotals Parse(string numbers, string estimates)
    {
        var values = numbers.Split(' ').Select(number => long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        return values.Length == 5
            ? new(values[0], values[1], values[2], values[3], checked((int)values[4])) { Estimates = estimates.Split(' ', StringSplitOptions.RemoveEmptyEntries) }
            : throw new FormatException();
    }

    private static string Sum(string numbers, string estimates) => $"{Checksum.Of(Encoding.UTF8.GetBytes(numbers + "\n" + estimates)):x16}";

    private string Whose(string key) => $"{program} {key}";

    private string PathOf(string name) => Path.Combine(folder!, $"tokens-{Checksum.Of(Encoding.UTF8.GetBytes(name)):x16}.txt");
}
