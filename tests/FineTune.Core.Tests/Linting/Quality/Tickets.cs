namespace FineTune.Core.Tests.Linting.Quality;

/// <summary>Made classification data: tickets of common words and words of their topic, by Zipf's law; each topic shares words with the next one.</summary>
internal sealed class Tickets
{
    private const int CommonWords = 400;

    private const int TopicWords = 40;

    private const int SharedWords = 10;

    private readonly Random draws;

    /// <param name="seed">The same seed makes the same tickets.</param>
    /// <param name="examples">How many.</param>
    /// <param name="labels">How many topics.</param>
    /// <param name="topical">Share of the words that are of the topic.</param>
    /// <param name="flips">Share of the labels that are wrong.</param>
    public Tickets(int seed, int examples, int labels, double topical, double flips)
    {
        draws = new Random(seed);
        Lines = new string[examples];
        for (var i = 0; i < examples; i++)
        {
            var topic = draws.Next(labels);
            var text = string.Join(' ', Enumerable.Range(0, draws.Next(8, 21)).Select(_ => draws.NextDouble() < topical ? TopicWord(topic, labels) : $"common{Zipf(CommonWords)}"));
            var label = topic;
            if (draws.NextDouble() < flips)
            {
                label = (topic + draws.Next(1, labels)) % labels;
                Flipped.Add(i);
            }
            Texts.Add((text, label));
            Lines[i] = Chat.Line(text, $"topic {label}", "Name the topic of the ticket.");
        }
    }

    public string[] Lines { get; }

    public List<(string Text, int Label)> Texts { get; } = [];

    /// <summary>Indexes of the tickets with a wrong label.</summary>
    public HashSet<int> Flipped { get; } = [];

    private string TopicWord(int topic, int labels)
    {
        var word = Zipf(TopicWords);
        return word >= TopicWords - SharedWords ? $"topic{(topic + 1) % labels}word{word - TopicWords + SharedWords}" : $"topic{topic}word{word}";
    }

    private int Zipf(int count) => (int)(Math.Pow(count, draws.NextDouble())) - 1;
}
