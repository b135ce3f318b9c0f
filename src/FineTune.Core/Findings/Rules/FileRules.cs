namespace FineTune.Core.Findings.Rules;

/// <summary>Rules about bytes and lines: what a line must be before anything in it can be judged.</summary>
internal static class FileRules
{
    public static Rule FileEmpty { get; } = new("FT1001", "file-empty", Severity.Error, "A dataset file holds no example") { CanBeOld = true };

    public static Rule EncodingNotUtf8 { get; } = new("FT1002", "encoding-not-utf8", Severity.Error, "Bytes are not UTF-8") { CanBeOld = true };

    public static Rule ByteOrderMark { get; } = new("FT1003", "byte-order-mark", Severity.Warning, "A file starts with a byte-order mark") { CanBeOld = true };

    public static Rule NotJsonLines { get; } = new("FT1004", "not-json-lines", Severity.Error, "A file is not one JSON object a line") { CanBeOld = true };

    public static Rule JsonSyntax { get; } = new("FT1005", "json-syntax", Severity.Error, "A line is not valid JSON") { CanBeOld = true };

    public static Rule LineNotObject { get; } = new("FT1006", "line-not-object", Severity.Error, "A line is JSON, but no object") { CanBeOld = true };

    public static Rule BlankLine { get; } = new("FT1007", "blank-line", Severity.Warning, "A line is blank") { CanBeOld = true };

    public static Rule DuplicateKey { get; } = new("FT1008", "duplicate-json-key", Severity.Error, "An object has the same key twice") { CanBeOld = true };

    public static Rule LoneSurrogate { get; } = new("FT1009", "lone-surrogate", Severity.Error, "An escape is half a character") { CanBeOld = true };

    public static Rule TooDeep { get; } = new("FT1010", "nesting-too-deep", Severity.Error, "Values lie over 64 levels deep") { CanBeOld = true };

    public static Rule LineTooLong { get; } = new("FT1011", "line-too-long", Severity.Error, "A line is over the limit") { CanBeOld = true };

    public static Rule NulCharacter { get; } = new("FT1012", "nul-character", Severity.Warning, "Text holds the character U+0000") { CanBeOld = true };

    public static Rule DataNotFetched { get; } = new("FT1013", "data-not-fetched", Severity.Error, "A file is only a pointer to the data");

    public static Rule ControlCharacter { get; } = new("FT1014", "control-character", Severity.Warning, "Text holds a control character") { CanBeOld = true };

    public static Rule LineTooComplex { get; } = new("FT1015", "line-too-complex", Severity.Warning, "A line asks for more work than it may") { CanBeOld = true };

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        FileEmpty, EncodingNotUtf8, ByteOrderMark, NotJsonLines, JsonSyntax, LineNotObject, BlankLine, DuplicateKey, LoneSurrogate, TooDeep,
        LineTooLong, NulCharacter, DataNotFetched, ControlCharacter, LineTooComplex,
    ];
}
