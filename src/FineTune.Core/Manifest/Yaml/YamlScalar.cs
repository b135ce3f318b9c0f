using System.Globalization;
using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>A single value. What a plain one means follows the core schema of YAML 1.2, so <c>yes</c> and <c>off</c> are text.</summary>
/// <param name="value">Its text.</param>
/// <param name="plain">Whether it is written without quotes.</param>
/// <param name="where">The place.</param>
internal sealed class YamlScalar(string value, bool plain, SourceSpan where) : YamlNode(where)
{
    public string Value { get; } = value;

    public bool IsNull => plain && Value is "" or "~" or "null" or "Null" or "NULL";

    public override int Height => 1;

    public override long Weight => 1;

    public override string Kind => IsNull ? "nothing" : Flag is not null ? "true or false" : Number is not null ? "a number" : "text";

    /// <summary>True or false; null for anything else.</summary>
    public bool? Flag => !plain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>A finite number; null for anything else.</summary>
    public double? Number =>
        plain && IsNumeric(Value) && double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>A whole number that fits; null for anything else.</summary>
    public long? Whole => plain && long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    // Keeps out what double.TryParse takes beyond YAML: white space around the number, "Infinity".
    private static bool IsNumeric(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E');
}
