// Writes src/FineTune.Core/Tokenization/data/unicode.classes: the character classes that the pre-tokenizers tell apart.
// Run with the .NET SDK 10: dotnet run eng/unicode/make.cs
//
// The categories are those of Unicode 16.0, which the runtime of .NET 10 knows; another runtime is refused, so that the
// table stays the same. Layout: 0x110000 / 128 block numbers of one byte, then the blocks of 128 bytes, one class each.
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

const int BlockSize = 128;
if (Environment.Version.Major != 10 || CharUnicodeInfo.GetUnicodeCategory(0x1C89) != UnicodeCategory.UppercaseLetter)
{
    Console.Error.WriteLine("this needs the runtime of .NET 10, whose tables are those of Unicode 16.0");
    return 1;
}

var index = new byte[0x110000 / BlockSize];
var blocks = new List<byte[]>();
for (var block = 0; block < index.Length; block++)
{
    var classes = Enumerable.Range(block * BlockSize, BlockSize).Select(ClassOf).ToArray();
    var known = blocks.FindIndex(other => other.AsSpan().SequenceEqual(classes));
    if (known < 0)
    {
        known = blocks.Count;
        blocks.Add(classes);
    }

    index[block] = checked((byte)known);
}

byte[] file = [.. index, .. blocks.SelectMany(block => block)];
File.WriteAllBytes(Path.Combine(Folder(), "../../src/FineTune.Core/Tokenization/data/unicode.classes"), file);
Console.WriteLine($"unicode.classes  {blocks.Count} blocks  {file.Length} bytes  sha256 {Convert.ToHexStringLower(SHA256.HashData(file))}");
return 0;

// The numbers are those of the type CharacterClass.
static byte ClassOf(int codePoint) => codePoint switch
{
    '\r' or '\n' => 7,
    (>= 0x09 and <= 0x0D) or 0x20 or 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000 => 6,
    _ => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => 1,
        UnicodeCategory.LowercaseLetter => 2,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => 3,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => 4,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => 5,
        _ => 0,
    },
};

static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
