using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Files;

/// <summary>Rules about bytes and lines: what a line must be before anything in it can be judged.</summary>
internal static class FileRules
{
    public static readonly Rule FileEmpty = new("FT1001", "file-empty", Severity.Error, "A dataset file holds no example");

    public static readonly Rule EncodingNotUtf8 = new("FT1002", "encoding-not-utf8", Severity.Error, "Bytes are not UTF-8");

    public static readonly Rule ByteOrderMark = new("FT1003", "byte-order-mark", Severity.Warning, "A file starts with a byte-order mark");

    public static readonly Rule NotJsonLines = new("FT1004", "not-json-lines", Severity.Error, "A file is not one JSON object a line");

    public static readonly Rule JsonSyntax = new("FT1005", "json-syntax", Severity.Error, "A line is not valid JSON");

    public static readonly Rule LineNotObject = new("FT1006", "line-not-object", Severity.Error, "A line is JSON, but no object");

    public static readonly Rule BlankLine = new("FT1007", "blank-line", Severity.Warning, "A line is blank");

    public static readonly Rule DuplicateKey = new("FT1008", "duplicate-json-key", Severity.Error, "An object has the same key twice");

    public static readonly Rule LoneSurrogate = new("FT1009", "lone-surrogate", Severity.Error, "An escape is half a character");

    public static readonly Rule TooDeep = new("FT1010", "nesting-too-deep", Severity.Error, "Values lie over 64 levels deep");

    public static readonly Rule LineTooLong = new("FT1011", "line-too-long", Severity.Error, "A line is over the limit");

    public static readonly Rule NulCharacter = new("FT1012", "nul-character", Severity.Warning, "Text holds the character U+0000");

    public static readonly Rule LineTooComplex = new("FT1015", "line-too-complex", Severity.Warning, "A line asks for more work than it may");

    public static readonly Rule DataNotFetched = new("FT1013", "data-not-fetched", Severity.Error, "A file is only a pointer to the data");

    public static readonly Rule Unreadable = new("FT0008", "dataset-not-found", Severity.Error, "A path or glob matches nothing that may be read");

    public static IReadOnlyList<Rule> All { get; } =
    [
        FileEmpty, EncodingNotUtf8, ByteOrderMark, NotJsonLines, JsonSyntax, LineNotObject, BlankLine, DuplicateKey, LoneSurrogate, TooDeep,
        LineTooLong, NulCharacter, DataNotFetched, LineTooComplex,
    ];
}
