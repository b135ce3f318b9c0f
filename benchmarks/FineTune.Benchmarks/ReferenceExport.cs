using System.Text;
using FineTune.Core.Tests.Tokenization;
using FineTune.Core.Tokenization;

namespace FineTune.Benchmarks;

/// <summary><c>reference FOLDER</c>: writes the texts to compare and our token IDs for them, for <c>eng/vocabulary/compare.mjs</c>.</summary>
internal static class ReferenceExport
{
    public static int Run(string folder)
    {
        Directory.CreateDirectory(folder);
        using var texts = new BinaryWriter(File.Create(Path.Combine(folder, "texts.bin")));
        var outputs = Encodings.All.Select(encoding => (
            Counter: TokenCounter.Create(encoding),
            Writer: new BinaryWriter(File.Create(Path.Combine(folder, $"{encoding}.ids"))))).ToList();
        foreach (var (name, block) in ReferenceTexts.Blocks().Select(block => (block.Name, block.Texts.ToList())))
        {
            Write(texts, Encoding.UTF8.GetBytes(name));
            texts.Write(block.Count);
            foreach (var text in block)
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                Write(texts, bytes);
                foreach (var (counter, writer) in outputs)
                {
                    var ids = new List<int>();
                    counter.Encode(bytes, ids);
                    writer.Write(counter.Count(bytes));
                    writer.Write(ids.Count);
                    ids.ForEach(writer.Write);
                }
            }
        }

        outputs.ForEach(output => output.Writer.Dispose());
        return 0;
    }

    private static void Write(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
