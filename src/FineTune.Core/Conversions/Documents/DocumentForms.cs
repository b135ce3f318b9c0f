using System.Text.Unicode;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Documents;

/// <summary>Every form that a file of one JSON value may have; a list of objects is <see cref="DocumentLines"/>' own.</summary>
internal static class DocumentForms
{
    private const int BytesToLookAt = 1 << 16;

    private static readonly DocumentForm[] All =
        [new ListOfConversations(), new ListOfTexts(), new OneConversation(), new TableColumns(), new TableOfLists(), new NumberedRows(), new WrappedList()];

    /// <summary>The form of a document by its beginning, with the document; null where it has none of them.</summary>
    /// <param name="text">The file's text, or its beginning.</param>
    /// <param name="isWhole">Whether all of it is there.</param>
    public static (DocumentForm Form, Example Document)? Of(ReadOnlySpan<byte> text, bool isWhole)
    {
        // A large file has its form from the beginning on, or none: then it is not read as one.
        if (isWhole && text.Length > BytesToLookAt && Of(text, isWhole: false) is null)
        {
            return null;
        }
        var bytes = isWhole ? text.ToArray() : Balanced.Of(text[..Math.Min(text.Length, BytesToLookAt)]);
        return Parse(bytes) is { } document && All.FirstOrDefault(form => form.IsOf(document)) is { } found ? (found, document) : null;
    }

    /// <summary>The text as one value, with the commas left out that stand after a last one; null where it is none.</summary>
    private static Example? Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return null;
        }
        var document = Read(bytes);
        return document ?? (SpareCommas.Remove(bytes) is { } mended ? Read(mended) : null);
    }

    private static Example? Read(byte[] bytes)
    {
        var document = new Example();
        document.Start(bytes, 0, bytes.Length, 1, 0);
        return document.Tape.Parse(document.Line) == JsonFault.None && document.Node(0).Kind is JsonKind.Object or JsonKind.Array ? document : null;
    }
}
