using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Linting.Answers;

namespace FineTune.Core.Comparing;

/// <summary>What a person knows an example by.</summary>
/// <param name="Prompt">Text of the first user turn, or the prompt; empty for none.</param>
/// <param name="Answer">Text of the last answer, or the completion; empty for none.</param>
internal sealed record ExampleWords(string Prompt, string Answer)
{
    /// <summary>Absolute path of its file.</summary>
    public string Path { get; init; } = "";

    /// <summary>1-based line; 0 until somebody asks.</summary>
    public int Line { get; init; }

    /// <summary>The words of an example.</summary>
    public static ExampleWords Of(DatasetContents contents, int example)
    {
        var place = contents.Index[example].Place;
        var file = contents.Files[place.File];
        return Of(DataFile.ReadLine(file.Path, place.Offset)) with { Path = file.Path };
    }

    /// <summary>The words of a line.</summary>
    /// <param name="line">The line without its line end.</param>
    public static ExampleWords Of(byte[] line)
    {
        var start = Utf8Mark.LengthOf(line);
        var example = new Example();
        example.Start(line, start, line.Length - start, lineNumber: 1, fileOffset: 0);
        if (example.Tape.Parse(example.Line).Kind != JsonFaultKind.None || example.Node(0).Kind != JsonKind.Object)
        {
            return new("", Encoding.UTF8.GetString(example.Line));
        }
        ExampleReader.Read(example);
        var answer = AnswerTexts.Last(example);
        return new(FirstTurn(example), answer >= 0 ? example.Show(answer) : "");
    }

    private static string FirstTurn(Example example)
    {
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            return example.Find(0, "prompt"u8) is >= 0 and var prompt ? example.Show(prompt) : "";
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Role == MessageRole.User)
            {
                foreach (var text in new MessageTexts(example, message))
                {
                    return example.Show(text);
                }
            }
        }
        return "";
    }
}
