namespace FineTune.Core.Linting.Labels;

/// <summary>Judges every text by a naive Bayes classifier that has not seen it: multinomial over words, in five parts.</summary>
internal sealed class CrossValidation
{
    public const int Folds = 5;

    /// <summary>What each word is counted more than it was seen.</summary>
    private const float Smoothing = 0.2f;

    /// <summary>Naive Bayes is far too sure of itself: by what its scores may be divided.</summary>
    private static readonly float[] Temperatures = [1, 1.5f, 2, 3, 4, 6, 8, 12, 16, 24];

    private readonly IReadOnlyList<LabelledText> texts;

    private readonly int labels;

    private readonly float[] scores;

    private readonly float temperature;

    public CrossValidation(IReadOnlyList<LabelledText> texts, int labels)
    {
        (this.texts, this.labels, scores) = (texts, labels, new float[texts.Count * labels]);
        var table = new float[WordFeatures.Count * labels];
        for (var fold = 0; fold < Folds; fold++)
        {
            Judge(fold, table);
        }
        temperature = Temperatures.MinBy(Loss);
    }

    /// <summary>How sure it is of a label, 0 to 1.</summary>
    public double Confidence(int text, int label)
    {
        var row = scores.AsSpan(text * labels, labels);
        return Math.Exp(row[label] / temperature) / Sum(row, temperature);
    }

    /// <summary>How far one label is ahead of another, in logarithms.</summary>
    public float Margin(int text, int label, int other) => scores[(text * labels) + label] - scores[(text * labels) + other];

    /// <summary>The likeliest label.</summary>
    public int Best(int text)
    {
        var row = scores.AsSpan(text * labels, labels);
        var best = 0;
        for (var label = 1; label < labels; label++)
        {
            best = row[label] > row[best] ? label : best;
        }
        return best;
    }

    private void Judge(int fold, float[] table)
    {
        Array.Clear(table);
        var (totals, counts) = (new float[labels], new int[labels]);
        foreach (var text in texts)
        {
            if (text.Fold != fold)
            {
                counts[text.Label]++;
                totals[text.Label] += text.Features.Length;
                foreach (var feature in text.Features)
                {
                    table[(feature * labels) + text.Label]++;
                }
            }
        }
        Weigh(table, totals);
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].Fold == fold)
            {
                Score(scores.AsSpan(i * labels, labels), texts[i].Features, table, counts);
            }
        }
    }

    /// <summary>Makes logarithms of counts; what no label has weighs nothing.</summary>
    private void Weigh(float[] table, float[] totals)
    {
        for (var at = 0; at < table.Length; at += labels)
        {
            var row = table.AsSpan(at, labels);
            if (row.IndexOfAnyExcept(0f) < 0)
            {
                continue;
            }
            for (var label = 0; label < labels; label++)
            {
                row[label] = MathF.Log((row[label] + Smoothing) / (totals[label] + (Smoothing * WordFeatures.Count)));
            }
        }
    }

    private void Score(Span<float> row, ushort[] features, float[] table, int[] counts)
    {
        for (var label = 0; label < labels; label++)
        {
            row[label] = MathF.Log(counts[label] + 1);
        }
        foreach (var feature in features)
        {
            var weights = table.AsSpan(feature * labels, labels);
            for (var label = 0; label < labels; label++)
            {
                row[label] += weights[label];
            }
        }
        // Only what is between labels counts, and it must not overflow.
        var most = row[0];
        foreach (var score in row)
        {
            most = Math.Max(most, score);
        }
        for (var label = 0; label < labels; label++)
        {
            row[label] -= most;
        }
    }

    private double Loss(float at)
    {
        var loss = 0.0;
        for (var i = 0; i < texts.Count; i++)
        {
            var row = scores.AsSpan(i * labels, labels);
            loss += Math.Log(Sum(row, at)) - (row[texts[i].Label] / at);
        }
        return loss;
    }

    private static double Sum(ReadOnlySpan<float> row, float at)
    {
        var sum = 0.0;
        foreach (var score in row)
        {
            sum += Math.Exp(score / at);
        }
        return sum;
    }
}
