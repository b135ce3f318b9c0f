using System.Text;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using YamlDotNet.Core;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>Reads a YAML file into a tree; any bytes end in a tree or a finding.</summary>
internal static class YamlFile
{
    private const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Absolute path, inside the boundary.</param>
    /// <param name="findings">Takes FT0001, FT0002 and FT0006.</param>
    /// <returns>The root; null for an empty file or after a finding.</returns>
    public static YamlNode? Read(string path, FindingList findings)
    {
        try
        {
            return Parse(Decode(ReadBytes(path)), path, findings);
        }
        catch (YamlFault fault)
        {
            findings.Add(ManifestRules.Syntax, new SourceSpan(path, fault.Range), fault.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            findings.Add(ManifestRules.NotFound, new SourceSpan(path, TextRange.FileStart), exception is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such manifest"
                : "the manifest can't be read");
        }
        return null;
    }

    private static YamlNode? Parse(string text, string path, FindingList findings)
    {
        var lines = new LineStarts(text);
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            return new YamlTree(parser, lines, path, Duplicate).Read();
        }
        catch (YamlException exception)
        {
            throw new YamlFault(Plain(exception.Message), new TextRange(lines.At(exception.Start.Index), lines.At(exception.End.Index)));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The parser answers some broken input with exceptions of its own insides, which know no place.
            throw new YamlFault("this is not valid YAML");
        }

        void Duplicate(YamlScalar key) =>
            findings.Add(ManifestRules.DuplicateKey, key.Where, $"the key {SafeText.Quote(key.Value)} is here a second time; the first one counts");
    }

    private static byte[] ReadBytes(string path)
    {
        using var stream = RegularFile.Open(path);
        var bytes = new byte[(int)Math.Min(stream.Length, MostBytes + 1)];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read > MostBytes
            ? throw new YamlFault($"the file is larger than {MostBytes / 1024} KiB; no manifest needs that")
            : bytes[..read];
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            throw new YamlFault("the file is UTF-16 or UTF-32; a manifest is UTF-8");
        }
        var body = bytes.AsSpan(Utf8Mark.LengthOf(bytes));
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException exception)
        {
            var before = Encoding.UTF8.GetString(body[..Math.Clamp(exception.Index, 0, body.Length)]);
            var place = new LineStarts(before).At(before.Length);
            throw new YamlFault("this byte is not UTF-8; a manifest is UTF-8", new TextRange(place, place));
        }
    }

    private static string Plain(string message)
    {
        var text = message.Trim().TrimEnd('.');
        return text.Length == 0 ? "this is not valid YAML" : string.Concat(char.ToLowerInvariant(text[0]).ToString(), text.AsSpan(1));
    }
}
